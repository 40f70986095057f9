// dateline-train CORPORA --gazetteer gazetteer.bin
// dateline-train CORPORA --output models.bin [--syntax-of IMAGE] [--names-of IMAGE]
// dateline-train CORPORA --pronouns|--descriptions EXAMPLES
// dateline-train CORPORA --measure syntax|names|IMAGE [OPTION…]
let arguments = CommandLine.arguments
let rest = Array(arguments.dropFirst(4))
switch arguments.dropFirst(2).first {
case "--gazetteer" where arguments.count == 4:
  write(try GazetteerSources.image(folder: arguments[1]), to: arguments[3])
case "--output" where arguments.count >= 4 && rest.count % 2 == 0:
  var training = ModelTraining(folder: arguments[1])
  for k in stride(from: 0, to: rest.count, by: 2) {
    switch rest[k] {
    case "--syntax-of": training.syntaxImage = rest[k + 1]
    case "--names-of": training.namesImage = rest[k + 1]
    default: progress("\(rest[k]): not known")
    }
  }
  write(try await training.image(), to: arguments[3])
case "--pronouns" where arguments.count == 4:
  print(try AntecedentTraining(.pronouns, examples: arguments[3]).source(), terminator: "")
case "--descriptions" where arguments.count == 4:
  print(try AntecedentTraining(.descriptions, examples: arguments[3]).source(), terminator: "")
case "--measure" where arguments.count >= 4:
  try await Measurement(folder: arguments[1], options: rest).run(arguments[3])
default:
  progress(
    "dateline-train CORPORA --output FILE | --gazetteer FILE | --pronouns|--descriptions EXAMPLES"
      + " | --measure syntax|names|IMAGE")
}

func write(_ image: [UInt8], to path: String) {
  progress(writeFile(path, image) ? "\(image.count) bytes" : "\(path): not written")
}
