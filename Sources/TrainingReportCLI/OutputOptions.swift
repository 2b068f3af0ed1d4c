import ArgumentParser
import Figures
import Report

/// What is drawn, and how; the same for every command.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which figures to draw: standard, all, or names with commas (default: standard). Figures that are already in the folder are updated too, unless names are given.",
      valueName: "names"), transform: FigureSet.init(argument:))
  var figures: FigureSet?

  @Option(
    help: ArgumentHelp(
      "Draw only this figure; repeat it for more. Figures: \(FigureID.allNames).", valueName: "name"),
    transform: FigureID.init(argument:))
  var only: [FigureID] = []

  @Option(
    help: ArgumentHelp(
      "The figures' file formats: png, svg, pdf, or several with commas (default: png). Formats that are already in the folder are updated too.",
      valueName: "formats"), transform: FormatList.init)
  var format = FormatList(formats: [.png])

  @Option(help: ArgumentHelp("PNG resolution in dots per inch.", valueName: "dots"))
  var dpi = 150.0

  @OptionGroup var look: LookOptions

  @Flag(
    inversion: .prefixedNo,
    help: "Keep in each PNG the data it was drawn from, so that plot can draw it again from it alone.")
  var embed = true

  @Flag var pages: [PageForm] = []

  @Flag(help: "Print errors only.")
  var quiet = false

  @Flag(help: "Print the results as one JSON document.")
  var json = false

  func validate() throws {
    guard figures == nil || only.isEmpty else {
      throw ValidationError("--figures and --only both choose figures: take one of them.")
    }
    // A page of 25 inches still has fewer than the 30,000 pixels that `Plotting` draws.
    guard (10...1200).contains(dpi) else {
      throw ValidationError("--dpi \(dpi) is out of range: take 10 to 1200.")
    }
  }

  /// The options as the library takes them.
  var report: ReportOptions {
    var report = ReportOptions()
    report.figures = figures ?? (only.isEmpty ? .standard : .named(only))
    report.formats = format.formats
    report.dpi = dpi
    report.look = look.look
    report.embedsData = embed
    report.pages = pages.map(\.renderer)
    return report
  }
}

/// A form of the report's page as a flag, such as `--markdown`.
struct PageForm: EnumerableFlag {
  let renderer: any PageRenderer

  static var allCases: [PageForm] { PageRenderers.all.map(PageForm.init) }

  static func == (form: PageForm, other: PageForm) -> Bool { form.renderer.name == other.renderer.name }

  static func name(for form: PageForm) -> NameSpecification { .customLong(form.renderer.name) }

  static func help(for form: PageForm) -> ArgumentHelp? { ArgumentHelp(form.renderer.summary) }
}

/// Formats with commas between them: `png,svg`.
struct FormatList: CustomStringConvertible {
  var formats: [FigureFormat]

  init(formats: [FigureFormat]) { self.formats = formats }

  init(_ argument: String) throws {
    formats = try argument.split(separator: ",", omittingEmptySubsequences: false).map { name in
      guard let format = FigureFormat(rawValue: String(name)) else {
        throw ValidationError("“\(name)” is none of png, svg and pdf.")
      }
      return format
    }
  }

  var description: String { formats.map(\.rawValue).joined(separator: ",") }
}
