import Testing

@testable import Report

@Suite struct TextRendererTests {
  @Test func aPageOfEveryBlock() {
    let page = ReportPage(
      title: "MNIST: a\nb",
      introduction: [.paragraph([["One."], ["See ", .link("run/", to: "run"), " and ", .code("plot"), "."]])],
      sections: [
        ReportPage.Section(
          title: "Results",
          blocks: [
            .table(Table("Model", ["Loss"], rows: [["CNN", "0.5"], [.emphasis("Mean"), "12.25"]])),
            .list([[.strong("CNN is best."), " It is."]]),
          ]),
        ReportPage.Section(
          title: "Training",
          blocks: [.figure("02_training_comparison", altText: "Loss over the epochs."), .code("a  b\n")]),
      ])
    #expect(
      TextRenderer().render(page, figures: FigureFiles()) == """
        Written by training-report, and written anew with the figures.

        MNIST: a b
        ==========

        One.
        See run/ and plot.

        Results
        Model    Loss
        CNN       0.5
        Mean    12.25

          CNN is best. It is.

        Training
        02_training_comparison: Loss over the epochs.

        a  b

        """)
  }
}
