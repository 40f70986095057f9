// dateline-train CORPORA --gazetteer gazetteer.bin
let arguments = CommandLine.arguments
if arguments.count == 4, arguments[2] == "--gazetteer" {
  let image = try GazetteerSources.image(folder: arguments[1])
  progress(writeFile(arguments[3], image) ? "\(image.count) bytes" : "\(arguments[3]): not written")
}
