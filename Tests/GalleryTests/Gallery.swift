import Plotting

/// An example of the gallery: a file of code, the figure it makes, and what the page says of it.
struct Example: Sendable {
  /// The name of the file in `Examples/` and of the picture.
  var name: String
  var title: String
  var words: String
  var figure: @Sendable () -> Figure
}

/// The examples in the order of the page.
let gallery: [Example] = [
  Example(
    name: "FirstChart", title: "Line and band",
    words: "``Line`` and ``Band`` of one colour, each with its sample in the ``Legend``.", figure: firstChart),
  Example(
    name: "DashesAndMarkers", title: "Dashes, markers and gaps",
    words: "Colours come from the theme's palette in turn. What is not a number leaves a gap.",
    figure: dashesAndMarkers),
  Example(
    name: "Scatter", title: "Dots", words: "``Dots`` in two shapes, on axes with small ticks between the large ones.",
    figure: scatter),
  Example(
    name: "ValueDots", title: "Dots by value",
    words: """
      ``Dots`` whose colours and sizes stand for numbers. A ``ColorScale`` has its ``ColorBar``, a ``SizeScale`` its rows in the legend.
      """, figure: valueDots),
  Example(
    name: "BarChart", title: "Bars",
    words: "``Bars`` with their names as the bands of an axis, and ``Text`` above them.",
    figure: barChart),
  Example(
    name: "GroupedBars", title: "Grouped bars", words: "Several series beside each other.", figure: groupedBars),
  Example(
    name: "StackedBars", title: "Stacked bars", words: "Several series upon each other, growing to the right.",
    figure: stackedBars),
  Example(
    name: "Steps", title: "Steps",
    words: """
      ``Line/step`` draws level and upright strokes: what holds at a point holds before it, around it, or after it.
      """, figure: steps),
  Example(
    name: "ErrorBarExample", title: "Error bars",
    words: """
      ``ErrorBars`` of the same length to both sides, or of two, with caps.
      """, figure: errorBarExample),
  Example(
    name: "Histograms", title: "Histograms",
    words: """
      ``Histogram`` counts numbers in bins: as many as NumPy chooses, a given number, or between given edges.
      """, figure: histograms),
  Example(
    name: "StackedAreas", title: "Stacked areas",
    words: """
      ``Area`` of several series, each upon the one before.
      """, figure: stackedAreas),
  Example(
    name: "BoxPlots", title: "Boxes",
    words: """
      ``Box`` shows the quartiles of groups of numbers, their whiskers and what lies beyond.
      """, figure: boxPlots),
  Example(
    name: "Violins", title: "Violins",
    words: """
      ``Violin`` shows the densities of groups of numbers.
      """, figure: violins),
  Example(
    name: "Stems", title: "Stems",
    words: """
      ``Stem`` over a ``Band``.
      """, figure: stems),
  Example(
    name: "ArrowField", title: "Arrows",
    words: """
      ``Arrows`` as long as matplotlib's.
      """, figure: arrowField),
  Example(
    name: "SequentialHeatmap", title: "Heatmap, sequential colours",
    words:
      "``Heatmap`` with ``ColorMap/viridis``, whose steps are even in lightness. Its label names the ``ColorBar``.",
    figure: sequentialHeatmap),
  Example(
    name: "DivergingHeatmap", title: "Heatmap, diverging colours",
    words: "``ColorMap/redBlue`` around a center, on band scales, with numbers in the cells.", figure: divergingHeatmap),
  Example(
    name: "LogarithmicColors", title: "Heatmap in ranges of the axes",
    words: """
      ``Heatmap`` over stated ranges, on a logarithmic scale of colours.
      """, figure: logarithmicColors),
  Example(
    name: "Contours", title: "Contours",
    words: """
      ``Contour`` draws the lines of levels, or the areas between them, of which the colour bar shows each.
      """, figure: contours),
  Example(
    name: "ContourLabels", title: "Contour labels, and two colour bars",
    words: """
      ``Contour/showsLabels`` writes heights upon the lines. Each scale of colours has its bar.
      """, figure: contourLabels),
  Example(
    name: "HexagonalBins", title: "Hexagonal bins",
    words: """
      ``HexBins`` counts points where dots would cover each other.
      """, figure: hexagonalBins),
  Example(name: "Picture", title: "Image", words: "``Image`` of grey pixels, each a square.", figure: picture),
  Example(
    name: "ColorPicture", title: "Image in colour",
    words: "``Image`` of red, green and blue; ``Image/range`` sets the values that are shown as black and as white.",
    figure: colorPicture),
  Example(
    name: "ImageGrid", title: "Images in ranges of the axes",
    words: """
      ``Image`` of red, green, blue and opacity, over stated ranges of both axes, behind the grid.
      """, figure: imageGrid),
  Example(
    name: "Annotations", title: "Rules and text",
    words: "``Rule`` across the panel, and ``Text`` with an arrow to its point.", figure: annotations),
  Example(
    name: "LogarithmicScale", title: "Logarithmic scale",
    words: "``Scale/log(base:)``: powers as ticks, their multiples as small ones. Zero and below leave gaps.",
    figure: logarithmicScale),
  Example(
    name: "SymmetricScale", title: "Symlog scale",
    words: "``Scale/symlog(threshold:base:)``: linear around zero, logarithmic beyond.", figure: symmetricScale),
  Example(
    name: "SquareRootScale", title: "Square root scale",
    words: """
      ``Scale/squareRoot`` spreads small numbers and keeps zero; the other axis has powers of two. ``NumberFormat`` writes the
      numbers of an axis.
      """, figure: squareRootScale),
  Example(
    name: "DateAxis", title: "Dates",
    words:
      "``Scale/date(hoursFromUTC:)``: seconds since 1970 as dates and times, with what all ticks have in common once.",
    figure: dateAxis),
  Example(
    name: "TickLabels", title: "Tick labels and number formats",
    words: """
      ``Axis/Ticks/named(_:)`` gives ticks labels of your own, and turns names that would touch. ``NumberFormat`` has percent,
      metric prefixes, thousands separators and more.
      """, figure: tickLabels),
  Example(
    name: "RightAxis", title: "A second vertical axis",
    words: "The marks in ``OnRightAxis`` belong to ``Axes/y2``. The ``Legend`` stands below the panel.",
    figure: rightAxis),
  Example(
    name: "Subplots", title: "Subplots",
    words: "Panels in a grid share a ``FigureTitle``; margins follow from the labels.",
    figure: subplots),
  Example(
    name: "PanelSpans", title: "Panels of different sizes",
    words: "``Axes/rowSpan`` lets a panel take two rows, and ``Figure/columnWidths`` makes a column twice as wide.",
    figure: panelSpans),
  Example(
    name: "SharedAxes", title: "Shared axes",
    words: "Panels that share an axis show the same numbers; inner ones have no labels. The rows are 3 to 1 high.",
    figure: sharedAxes),
  Example(
    name: "Facets", title: "Facets of a table",
    words:
      "``Figure/facets(_:by:title:columns:size:x:y:grid:legend:theme:marks:)`` makes a panel for each group of rows.",
    figure: facets),
  Example(
    name: "InsetPanel", title: "An inset",
    words: "``Inset``: a small panel upon a large one, of which it magnifies a part.", figure: insetPanel),
  Example(
    name: "LegendOutside", title: "A legend outside",
    words: """
      ``Legend/Placement/outside(_:)`` puts the names beside the panel, which makes room. ``Axes/Aspect/equal`` gives both axes
      the same unit.
      """, figure: legendOutside),
  Example(
    name: "SharedLegend", title: "One legend for all panels",
    words: "``Figure/legend`` has a row for each name and colour, beside or below the panels.", figure: sharedLegend),
  Example(
    name: "LineNames", title: "Names at the ends of lines",
    words: """
      ``Legend/Placement/lineEnds`` puts each name beside its line and in its colour, apart where they would touch. The figure
      has ``Theme/clean``, and its ``FigureTitle`` a subtitle.
      """, figure: lineNames),
  Example(
    name: "LearningCurves", title: "Learning curves of several seeds",
    words: "A ``Line`` for the mean and a ``Band`` for the standard deviation, in one colour for each model.",
    figure: learningCurves),
  Example(
    name: "ThresholdCurves", title: "ROC, and precision and recall",
    words: """
      ``Line/step`` goes from threshold to threshold; ``Axes/Aspect/equal`` makes the diagonal one of 45 degrees. Marks with a label
      are in a legend, although none is stated.
      """, figure: thresholdCurves),
  Example(
    name: "Reliability", title: "Reliability over its histogram",
    words: "``Figure/rowHeights`` and ``Figure/sharesX``: what was confident how often, and how often it was right.",
    figure: reliability),
  Example(
    name: "ClassScores", title: "Scores by class",
    words: "Horizontal ``Bars`` in the order of their values, and ``Text`` that begins at their ends.",
    figure: classScores),
  Example(
    name: "LossLandscape", title: "A loss landscape",
    words: "``Heatmap`` on a logarithmic scale of colours, with ``Contour`` and the way of an optimizer upon it.",
    figure: lossLandscape),
  Example(
    name: "SamplePictures", title: "A grid of pictures",
    words: "``Image`` of red, green and blue, in panels without a frame.", figure: samplePictures),
  Example(
    name: "PanelNotes", title: "Titles and notes",
    words: "Each panel has a title and, at its right end, a note, such as the number that matters.", figure: panelNotes),
  Example(
    name: "RightToLeft", title: "Text from right to left",
    words: """
      Arabic and Hebrew are ordered and their letters joined as they are read, beside Latin letters and numbers too. The
      compiled-in font has both; ``Theme/fonts`` and the system's fonts have others.
      """, figure: rightToLeft),
  Example(
    name: "DarkTheme", title: "A dark page",
    words: "``Theme/dark``: the places and sizes of the default theme, in colours for a dark page.", figure: darkTheme),
  Example(
    name: "CleanDarkTheme", title: "The quiet theme on a dark page",
    words: """
      ``Theme/cleanDark``. Its eight colours, like those of ``Theme/clean``, differ to every kind of colour vision and are read as
      text.
      """, figure: cleanDarkTheme),
  Example(
    name: "OwnMark", title: "A mark of one's own",
    words:
      "What conforms to ``DrawableMark`` stands beside the library's marks. <doc:WritingAMark> goes through the code.",
    figure: ownMark),
]
