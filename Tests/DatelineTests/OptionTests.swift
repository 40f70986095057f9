import HTTP
import Testing
import dateline

@Test func `every option is on the help page of its commands and on no other`() {
  for command in Command.allCases {
    let page = Help.page(command)
    for option in Option.all {
      let isListed = page.contains("  \(option.form) ")
      #expect(isListed == option.commands.contains(command), "\(command) \(option.name)")
    }
  }
}

@Test func `every command is on the first help page`() {
  for command in Command.allCases { #expect(Help.page(nil).contains(command.synopsis)) }
}

@Test func `option names are lower case, said once, and their defaults are accepted`() throws {
  #expect(Set(Option.all.map(\.name)).count == Option.all.count)
  for option in Option.all {
    #expect(option.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    if case .flag = option.value { continue }
    let command = option.commands[0].rawValue
    _ = try CommandLineParser.parse([command, "--\(option.name)", option.initial])
  }
}

@Test func `every limit is an option under its own name`() {
  let names = Set(Option.all.map(\.name))
  for (label, value) in Mirror(reflecting: Limits()).children {
    let name = (label ?? "").replacing(/[A-Z]/) { "-" + $0.output.lowercased() }
    #expect(names.contains(name))
    let option = Option.all.first { $0.name == name }
    #expect(option?.initial == "\(value)")
  }
}
