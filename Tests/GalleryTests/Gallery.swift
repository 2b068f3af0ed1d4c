import Plotting

/// The examples of the gallery: the name of the file that holds each, and of its picture, and the figure.
let gallery: [(name: String, figure: @Sendable () -> Figure)] = [
  ("FirstChart", firstChart), ("DashesAndMarkers", dashesAndMarkers), ("Scatter", scatter), ("BarChart", barChart),
  ("GroupedBars", groupedBars), ("StackedBars", stackedBars), ("SequentialHeatmap", sequentialHeatmap),
  ("DivergingHeatmap", divergingHeatmap), ("Picture", picture), ("Annotations", annotations),
  ("LogarithmicScale", logarithmicScale), ("SymmetricScale", symmetricScale), ("Subplots", subplots),
]
