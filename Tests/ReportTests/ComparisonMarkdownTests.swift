import RunRecords
import Testing

@testable import Report

@Suite struct ComparisonMarkdownTests {
  @Test func theHeadlineComesFirstAndTheRestIsFolded() throws {
    let runs = worseRuns()
    let comparison = try RunComparison(runs.base, runs.head)
    let verdict = try Gate(parsing: "accuracy < -3").verdict(on: comparison)
    let comment = comparisonMarkdown(comparison, verdict)
    #expect(comment.hasPrefix("<!-- training-report compare -->\n\n❌ **Gate `accuracy < -3` failed:**"))
    let folded = try #require(comment.range(of: "<details>"))
    let top = comment[..<folded.lowerBound]
    #expect(top.contains("**Worse: test accuracy changes by \u{2212}5.00 points"))
    #expect(top.contains("| accuracy | 100.00% | 95.00% | \u{2212}5.00 | \u{2212}6.35 to \u{2212}3.63 |"))
    #expect(top.contains("| dog | 100.00% | 90.00% |") && !top.contains("| cat |"))
    #expect(comment[folded.upperBound...].contains("dog taken for cat: 0 to 50"))
    #expect(comment.contains("… and 20 more") && !comment.contains("!["))
  }

  @Test func aThousandClassesWithLongNamesFit() throws {
    let names = (0..<1000).map { "@class | \($0) <b>" + String(repeating: "é#", count: 300) }
    let labels = (0..<20_000).map { $0 % 1000 }
    let wrong = labels.map { ($0 + 1) % 1000 }
    let base = comparedRun("main", labels: labels, answers: labels, classNames: names)
    let head = comparedRun("change", labels: labels, answers: wrong, classNames: names)
    let comment = comparisonMarkdown(try RunComparison(base, head))
    #expect(comment.utf8.count <= 60_000 && comment.contains("<details>"))
    #expect(!comment.contains("@class") && !comment.contains("<b>"))
    #expect(comment.split(separator: "<details>").count == comment.split(separator: "</details>").count)
  }

  @Test func manyModelsFit() throws {
    let labels = (0..<200).map { $0 % 2 }
    let model = comparedRun("main", labels: labels, answers: labels).run.models[0]
    func run(_ name: String, _ answers: [Int]) -> ComparedRun {
      var run = comparedRun(name, labels: labels, answers: answers).run
      run.models = (0..<300).map { number in
        var copy = model
        copy.record.name = "\(number)" + String(repeating: "x", count: 200)
        copy.predictions = Predictions(classes: answers, classCount: 2)
        return copy
      }
      return ComparedRun(name: name, run: run)
    }
    let comment = comparisonMarkdown(try RunComparison(run("main", labels), run("change", labels.map { 1 - $0 })))
    #expect(comment.utf8.count <= 60_000 && comment.contains("More does not fit"))
  }
}
