// The questions a number answers here, one a file. `dateline-bench help` lists them.

let arguments = CommandLine.arguments.dropFirst()
let rest = Array(arguments.dropFirst())

switch arguments.first {
case "http": HTTPBench.run(rest)
case "tokens": TokensQuestion.ask(rest)
case "coreference": CoreferenceQuestion.ask(rest)
case "read": ReadQuestion.ask(rest)
case "serve": ServeQuestion.ask(rest)
case "start": StartQuestion.ask(rest)
case "grow": GrowQuestion.ask(rest)
case "relations": RelationsQuestion.ask(rest)
case "names": NamesQuestion.ask(rest)
case "resolve": ResolveQuestion.ask(rest)
case "corpus": CorpusQuestion.ask(rest)
case "help", nil: print(Usage.text)
default: Usage.refuse("unknown question “\(arguments.first ?? "")”")
}
