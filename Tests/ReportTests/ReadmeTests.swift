import Files
import Figures
import RunRecords
import SystemPackage
import TestSupport
import Testing

@testable import Report

@Suite struct ReadmeTests {
  /// The run of the summary's tests with what its first model answered: right are 2 of 4, the CNN alone in 1.
  private var run: SavedRun {
    var run = SummaryTests.run
    run.models[0].predictions = Predictions(classes: [0, 1, 1, 0], classCount: 2)
    run.models[1].record.history = TrainingHistory(
      accuracy: [0.5, 0.75], validationLoss: [0.25, 0.5], validationAccuracy: [0.5, .nan])
    return run
  }

  private func readme(
    _ run: SavedRun, _ figures: [FigureID] = FigureCatalogue.standard.map { $0.id }, holdsRun: Bool = true
  ) -> String {
    let files = figures.map { ($0, FigureFiles.Files(light: "\($0).png", dark: nil)) }
    return MarkdownRenderer().render(
      ReportPage(of: RunFacts(of: run), holdsRun: holdsRun),
      figures: FigureFiles(files: Dictionary(uniqueKeysWithValues: files)))
  }

  /// What is found of a run, its words alone.
  private func findings(of run: SavedRun) -> [String] {
    Report.findings(of: RunFacts(of: run)).map { $0.map(\.words).joined() }
  }

  @Test func aFigureForDarkPagesIsAPicture() {
    var page = ReportPage(title: "Page", introduction: [])
    page.introduction = [.figure("03_confusion_matrix", altText: "\"4\" < 9 & more\nwords")]
    let files = FigureFiles(files: ["03_confusion_matrix": FigureFiles.Files(light: "a.png", dark: "a-dark.png")])
    #expect(
      MarkdownRenderer().render(page, figures: files) == """
        \(MarkdownRenderer().marker)

        # Page

        <picture>
          <source media="(prefers-color-scheme: dark)" srcset="a-dark.png">
          <img src="a.png" alt="&quot;4&quot; &lt; 9 &amp; more words">
        </picture>

        """)
    // A figure without a file is not shown.
    #expect(!MarkdownRenderer().render(page, figures: FigureFiles()).contains("picture"))
  }

  @Test func theWholeFile() {
    // The interval is 1/6 ± 1.96 sqrt(2 - 1/6) / 6.
    #expect(
      readme(run, ["03_confusion_matrix"]) == """
        \(MarkdownRenderer().marker)

        # MNIST: Simple NN and CNN

        60,000 training samples, the last 12,000 of them held out for validation, and 10,000 test samples of 2 classes.

        ## Results

        | Model     | Parameters | Epochs | Training accuracy | Test accuracy | Test loss |
        | :-------- | ---------: | -----: | ----------------: | ------------: | --------: |
        | Simple NN |    109,386 |      – |                 – |        97.77% |    0.0728 |
        | CNN       |    131,530 |      2 |            75.00% |        99.09% |    0.0289 |

        - **CNN and Simple NN are 25.00 percentage points apart** on the test set, which leaves open which is better \
        (CNN less Simple NN: 95% confidence interval −27.56 to 60.90). CNN alone is right on 1 of the 4 test samples, \
        Simple NN alone on 0.
        - **CNN misclassifies 1 of 4 test samples.** Most frequent: 1 taken for 0 (once).
        - **1 is its weakest class:** it recognizes 1 of 2 (50.00%), and takes 1 of the 1 others for 0.
        - **CNN: the validation loss is lowest after epoch 1 of 2,** 0.2500, against 0.5000 after the last.

        ## CNN by class

        ![Confusion matrix of CNN on 4 test samples with 2 classes: 3 on the diagonal, 1 beside it.](03_confusion_matrix.png)

        | Class              | Precision | Recall |     F1 | Samples |
        | :----------------- | --------: | -----: | -----: | ------: |
        | 0                  |    0.6667 | 1.0000 | 0.8000 |       2 |
        | 1                  |    1.0000 | 0.5000 | 0.6667 |       2 |
        | *Macro average*    |    0.8333 | 0.7500 | 0.7333 |       4 |
        | *Weighted average* |    0.8333 | 0.7500 | 0.7333 |       4 |

        ## Not drawn

        - `01_sample_digits`: no training samples were saved
        - `04_misclassified_examples`: no misclassified images were saved
        - `05_correct_predictions`: no correctly classified images were saved

        ## Files

        - [summary.txt](summary.txt): the numbers as plain text
        - [mistakes.csv](mistakes.csv): every test sample that CNN misclassified
        - [run/](run): the saved run, from which `training-report plot` draws all of this again

        """)
  }

  @Test func stepsAreToldAsSteps() {
    var run = run
    run.models[1].record.history = TrainingHistory(series: [
      "val_loss": .init(.step, positions: [469, 938, 1_407], values: [0.5, 0.25, 0.375])
    ])
    let text = readme(run)
    #expect(text.contains("| Model     | Parameters | Steps | Test accuracy | Test loss |\n"))
    #expect(text.contains("| CNN       |    131,530 | 1,407 |        99.09% |    0.0289 |\n"))
    #expect(
      findings(of: run).contains(
        "CNN: the validation loss is lowest after step 938 of 1,407, 0.2500, against 0.3750 after the last."))
    run.models[1].record.history = TrainingHistory(series: [
      "val_loss": .init(.epoch, positions: [0.5, 2], values: [0.25, 0.5])
    ])
    #expect(
      findings(of: run).contains(
        "CNN: the validation loss is lowest after epoch 0.5 of 2, 0.2500, against 0.5000 after the last."))
  }

  @Test func aHistoryAloneGivesItsPart() {
    let run = SavedRun(
      record: RunRecord(
        generator: "tests",
        dataset: RunRecord.Dataset(
          name: "shapes", trainingSamples: nil, validationSamples: nil, testSamples: nil, classNames: []),
        featuredModel: "Net"),
      models: [SavedModel(record: ModelRecord(name: "Net", history: TrainingHistory(validationLoss: [2, 1])))])
    let text = readme(run, ["02_training_comparison"], holdsRun: false)
    #expect(
      text == """
        \(MarkdownRenderer().marker)

        # shapes: Net

        ## Results

        | Model | Epochs |
        | :---- | -----: |
        | Net   |      2 |

        - **Net: the validation loss is lowest after the last of 2 epochs,** 1.0000.

        ## Training

        ![Accuracy and loss over the epochs. Net after 2 epochs: validation loss 1.0000.](02_training_comparison.png)

        ## Not drawn

        - `01_sample_digits`: no training samples were saved
        - `03_confusion_matrix`: no predictions of Net
        - `04_misclassified_examples`: no predictions of Net
        - `05_correct_predictions`: no predictions of Net

        ## Files

        - [summary.txt](summary.txt): the numbers as plain text

        """)
  }

  @Test func aClearGapIsOne() {
    var run = run
    let labels = [Int](repeating: 0, count: 300) + [1]
    run.labels = labels
    run.models[1].predictions = Predictions(classes: labels, classCount: 2)
    run.models[0].predictions = Predictions(classes: labels.map { 1 - $0 }, classCount: 2)
    let ahead = findings(of: run)
    #expect(ahead[0].hasPrefix("CNN is 100.00 percentage points ahead of Simple NN in test accuracy (95%"))
    #expect(ahead[1] == "CNN classifies all 301 test samples correctly.")
    run.record.featuredModel = "Simple NN"
    #expect(findings(of: run)[0].hasPrefix("Simple NN is 100.00 percentage points behind CNN in test accuracy"))
  }

  @Test func namesAreShownAsTheyAre() {
    #expect(Markdown.escaped("a|b_c*[x](y)<i>&\n`$") == #"a\|b\_c\*\[x\](y)\<i\>\& \`\$"#)
    var run = run
    run.models[1].record.name = "CNN|2"
    run.record.featuredModel = "CNN|2"
    #expect(readme(run).contains(#"| CNN\|2    |"#))
  }

  @Test func manyClassesShowTheWeakest() {
    var run = run
    run.record.dataset.classNames = (0..<60).map { "class \($0)" }
    run.labels = Array(0..<60)
    run.models[0].predictions = nil
    run.models[1].predictions = Predictions(classes: (0..<60).map { $0 < 59 ? $0 : 0 }, classCount: 60)
    let text = readme(run)
    #expect(text.contains("The 20 classes of 60 with the lowest recall:\n"))
    #expect(text.contains("| class 59 ") && text.contains("| class 18 ") && !text.contains("| class 19 "))
  }

  @Test func oneOfOursIsKeptUpAndAPersonsIsLeftAlone() throws {
    var markdown = ReportOptions()
    markdown.pages = [MarkdownRenderer()]
    try withTemporaryPath { path in
      let folder = try ResultsFolder(path)
      let file = path.appending("README.md")
      #expect(try folder.prepare(RunFacts(of: run), ReportOptions()).texts == [path.appending("summary.txt")])
      let report = try folder.prepare(RunFacts(of: run), markdown)
      #expect(report.texts == [path.appending("summary.txt"), path.appending("mistakes.csv"), file])
      try folder.put(report)
      let text = try File.read(file)
      #expect(String(decoding: text, as: UTF8.self).contains("<img src=\"03_confusion_matrix.png\""))
      // Kept up to date, though nobody asks.
      try folder.put(folder.prepare(RunFacts(of: SummaryTests.run), ReportOptions()))
      #expect(try File.read(file) != text)
      try folder.put(folder.prepare(RunFacts(of: run), ReportOptions()))
      #expect(try File.read(file) == text)

      try AtomicFile.write(Array("# Mine\n".utf8), to: file)
      #expect(throws: ForeignPage(path: file, form: "markdown")) {
        try folder.checkPagesAreOurs(markdown.pages)
      }
      #expect(throws: ForeignPage(path: file, form: "markdown")) { _ = try folder.prepare(RunFacts(of: run), markdown) }
      try folder.put(folder.prepare(RunFacts(of: run), ReportOptions()))
      #expect(try File.read(file) == Array("# Mine\n".utf8))
    }
  }

  /// A mark that combines with the sign before it, or a sign that the mark before it takes in, makes them one character.
  @Test func signsAreEscapedWhateverStandsBesideThem() {
    #expect(Markdown.attribute("b\u{0600}\"\u{0301} onerror=x") == "b\u{0600}&quot;\u{0301} onerror=x")
    let escaped = "\u{0600}\\<\u{0301}b"
    #expect(Markdown.escaped("\u{0600}<\u{0301}b") == escaped)
    #expect(Markdown.escaped("a\u{1B}[2J\r\nb") == "a\u{FFFD}\\[2J  b")
  }
}
