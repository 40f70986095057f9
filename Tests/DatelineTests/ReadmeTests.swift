import Foundation
import Testing
import dateline

private let readme: String = {
  let file = Product.package.appending(path: "README.md")
  return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
}()

@Test func `the README's option table is the program's`() {
  let rows = Option.all.map { option in
    let initial = option.unit.isEmpty ? option.initial : "\(option.initial) \(option.unit)"
    let form = option.form.replacing("|", with: "\\|")
    return "| `\(form)` | \(initial) | \(option.help) |"
  }
  let table = (["| option | default | what it sets |", "| --- | --- | --- |"] + rows)
    .joined(separator: "\n")
  #expect(readme.contains(table + "\n\n"), "the table should be:\n\(table)")
}

@Test func `every path the README names exists`() throws {
  let pattern =
    /`((?:Sources|Tests|seeds|\.ci)\/[^`\s]*|[A-Za-z.-]+\.(?:md|yaml|swift|bin)|Dockerfile|LICENSE)`/
  let paths = Set(readme.matches(of: pattern).map { String($0.output.1) })
    .union(readme.matches(of: /\]\(([^)#:]+)\)/).map { String($0.output.1) })
  #expect(paths.count > 10)
  let names = try everyFileName()
  for path in paths {
    let file = Product.package.appending(path: path)
    // A name alone may stand for a file inside the house.
    #expect(
      FileManager.default.fileExists(atPath: file.path) || names.contains(path), "\(path)")
  }
}

@Test func `every type and function the README names in its walks is in the sources`() throws {
  let walks =
    readme.components(separatedBy: "## How it works").last?
    .components(separatedBy: "\n## ").first ?? ""
  let sources = try everySource()
  let names = Set(
    walks.matches(of: /`([A-Za-z]+)(?:\.([a-z][A-Za-z]*))?(?:\([^`]*\))?`/).flatMap {
      [String($0.output.1), $0.output.2.map(String.init)].compactMap(\.self)
    })
  #expect(names.count > 10)
  for name in names { #expect(sources.contains(name), "\(name)") }
}

@Test func `the README gives the two commands and no option that is not there`() {
  #expect(readme.contains("swift run -c release dateline\n"))
  #expect(readme.contains("swift test\n"))
  let known = Set(Option.all.map { "--" + $0.name } + ["--help"])
  // Options of `dateline` lines only: other programs have their own.
  for line in readme.split(separator: "\n") where line.contains("dateline ") {
    guard let call = line.components(separatedBy: "dateline ").last, !line.contains("swift build")
    else { continue }
    for match in call.matches(of: /(?:^|\s|`)(--[a-z-]+)/) {
      #expect(known.contains(String(match.output.1)), "\(match.output.1)")
    }
  }
}

private func sourceFiles() throws -> [URL] {
  let root = Product.package.appending(path: "Sources")
  let found = try #require(
    FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
  return found.compactMap { $0 as? URL }
}

private func everyFileName() throws -> Set<String> {
  Set(try sourceFiles().map(\.lastPathComponent))
}

private func everySource() throws -> String {
  try sourceFiles().filter { $0.pathExtension == "swift" }
    .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
}

@Test func `every resource the README lists is in openapi.yaml and the other way round`() throws {
  let file = Product.package.appending(path: "openapi.yaml")
  let contract = try String(contentsOf: file, encoding: .utf8)
  let promised = Set(
    contract.matches(of: /(?m)^ {2}["']?(\/[^:"'\s]*)["']?:\s*$/).map { String($0.output.1) })
  let part =
    readme.components(separatedBy: "## What it answers").last?
    .components(separatedBy: "\n## ").first ?? ""
  let rows = part.split(separator: "\n").filter { $0.hasPrefix("| `/") }
  let listed = Set(
    rows.compactMap { $0.split(separator: "|").first }.flatMap { cell in
      cell.matches(of: /`(\/[^`]*)`/).map { String($0.output.1) }
    })
  #expect(listed.subtracting(promised) == [])
  #expect(promised.subtracting(listed).filter { !$0.hasPrefix("/problems") } == [])
}
