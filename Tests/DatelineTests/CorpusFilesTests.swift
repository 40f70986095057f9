import Foundation
import Testing
import dateline

@Test func `folders are read recursively in byte order of the paths`() throws {
  let scratch = try Scratch()
  for name in ["b.txt", "a/z.md", "a.txt", "a-b.json", "a/b/c.ndjson", "Z.TXT", "é.jsonl"] {
    try scratch.write(name, "x")
  }
  let found = CorpusFiles(paths: [scratch.path]).files.map { $0.path }
  let names = ["Z.TXT", "a-b.json", "a.txt", "a/b/c.ndjson", "a/z.md", "b.txt", "é.jsonl"]
  #expect(found == names.map { scratch.path + "/" + $0 })
}

@Test func `files of other kinds are counted, hidden ones passed over`() throws {
  let scratch = try Scratch()
  for name in ["a.txt", "b.pdf", "README", ".hidden.txt", ".git/c.txt", "sub/d.png"] {
    try scratch.write(name, "x")
  }
  let corpus = CorpusFiles(paths: [scratch.path])
  #expect(corpus.files.map(\.path) == [scratch.path + "/a.txt"])
  #expect(corpus.ignoredCount == 3)
  #expect(corpus.refusals.isEmpty)
}

@Test func `links that lead in a circle are followed once`() throws {
  let scratch = try Scratch()
  try scratch.write("a/b/c.txt", "x")
  try scratch.link("a/b/up", to: scratch.path)
  try scratch.link("a/self", to: "self")
  let corpus = CorpusFiles(paths: [scratch.path])
  #expect(corpus.files.map(\.path) == [scratch.path + "/a/b/c.txt"])
  #expect(corpus.refusals.map(\.place.path) == [scratch.path + "/a/self"])
}

@Test func `what cannot be read is refused with its path and the system's reason`() throws {
  let scratch = try Scratch()
  let odd = try scratch.write("article.docx", "x")
  let corpus = CorpusFiles(paths: [scratch.path + "/none", odd, "/dev/null"])
  #expect(
    corpus.refusals.map(\.description) == [
      "\(scratch.path)/none: No such file or directory",
      "\(odd): its name must end in .txt, .md, .json, .ndjson or .jsonl",
      "/dev/null: neither a file nor a folder",
    ])
}

@Test func `paths keep the order of the command line and may be given as files`() throws {
  let scratch = try Scratch()
  let b = try scratch.write("b.txt", "x")
  let a = try scratch.write("a.txt", "yy")
  let files = CorpusFiles(paths: [b, "-", a]).files
  #expect(files.map(\.path) == [b, "-", a])
  #expect(files.map(\.size) == [1, 0, 2])
}
