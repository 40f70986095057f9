// dateline-train CORPORA --gazetteer gazetteer.bin
// dateline-train CORPORA --output models.bin [--syntax-of IMAGE]
// dateline-train CORPORA --measure syntax|names [OPTION…]
let arguments = CommandLine.arguments
if arguments.count == 4, arguments[2] == "--gazetteer" {
  let image = try GazetteerSources.image(folder: arguments[1])
  progress(writeFile(arguments[3], image) ? "\(image.count) bytes" : "\(arguments[3]): not written")
} else if arguments.count == 4 || arguments.count == 6 && arguments[4] == "--syntax-of",
  arguments[2] == "--output"
{
  let kept = arguments.count == 6 ? arguments[5] : nil
  let image = try ModelTraining(folder: arguments[1], syntaxImage: kept).image()
  progress(writeFile(arguments[3], image) ? "\(image.count) bytes" : "\(arguments[3]): not written")
} else if arguments.count >= 4, arguments[2] == "--measure" {
  let measurement = try Measurement(folder: arguments[1], options: Array(arguments.dropFirst(4)))
  try measurement.run(arguments[3])
} else {
  progress(
    "dateline-train CORPORA --output FILE [--syntax-of IMAGE] | --gazetteer FILE | --measure syntax|names"
  )
}
