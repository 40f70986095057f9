import Formats
import ModelImage
import Testing

@testable import Extraction

@Suite struct ModelsTests {
  private static func shipped() throws -> Models {
    let bytes = unsafe UnsafeRawBufferPointer(
      start: dateline_models, count: dateline_models_size)
    return try unsafe Models(bytes: bytes.bytes)
  }

  /// Words split at spaces, one sentence a line.
  private static func read(_ text: String, _ models: Models, _ work: inout ModelWork) {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var sentences: [Range<Int>] = []
    var first = 0
    var start = 0
    for i in 0...bytes.count {
      let byte = i < bytes.count ? bytes[i] : 0x0a
      guard byte == 0x20 || byte == 0x0a else { continue }
      if i > start { tokens.append(Token(range: TextRange(start, i))) }
      start = i + 1
      if byte == 0x0a {
        sentences.append(first..<tokens.count)
        first = tokens.count
      }
    }
    models.read(bytes.span, tokens: tokens.span, sentences: sentences.span, &work)
  }

  private static func check(_ work: inout ModelWork, _ models: Models) {
    let count = work.forms.count
    let spans = models.names(&work)
    var end = 0
    for span in spans {
      #expect(span.start >= end && span.end > span.start && span.end <= count)
      #expect((0...1).contains(span.confidence))
      end = span.end
    }
    for sentence in work.sentences { checkLabels(work.names.labels[sentence]) }
    let syntax = models.syntax(&work) { _ in true }
    for sentence in work.sentences {
      #expect(sentence.isEmpty || sentence.contains { syntax.heads[$0] == -1 })
      for i in sentence {
        let head = Int(syntax.heads[i])
        #expect(head >= -1 && head < sentence.count && head != i - sentence.lowerBound)
      }
    }
  }

  /// What begins a name goes on to its end, and nothing else goes on.
  private static func checkLabels(_ labels: ArraySlice<UInt8>) {
    var open: EntityType?
    for label in labels.map({ Int($0) }) {
      let type = NameLabel.type(label)
      #expect((open != nil) == (type != nil && !NameLabel.startsName(label)))
      if open != nil { #expect(type == open) }
      open = NameLabel.endsName(label) ? nil : type
    }
    #expect(open == nil)
  }

  @Test func `the shipped models read a plain sentence`() throws {
    let models = try Self.shipped()
    var work = ModelWork()
    Self.read("Maria Lopez visited Berlin on Tuesday .", models, &work)
    let spans = models.names(&work)
    #expect(spans.map { [$0.start, $0.end] } == [[0, 2], [3, 4]])
    #expect(spans.map(\.type) == [.person, .place])
    let syntax = models.syntax(&work) { _ in true }
    #expect(syntax.heads[2] == -1)
    #expect(syntax.upos[2] == .verb)
    #expect(syntax.labels[0...1].contains(.nsubj))
  }

  @Test func `an image comes back as it was written`() throws {
    let image = try Self.shipped().image
    let copy = try unsafe Models(bytes: image.span.bytes)
    #expect(copy.image == image)
  }

  @Test func `tags do not depend on whether names were asked before`() throws {
    let models = try Self.shipped()
    var work = ModelWork()
    let text = "Maria Lopez visited Berlin on Tuesday .\nit rained .\nNobody met her ."
    Self.read(text, models, &work)
    let alone = models.syntax(&work) { _ in true }
    Self.read(text, models, &work)
    _ = models.names(&work)
    #expect(models.syntax(&work) { _ in true } == alone)
  }

  private func isRefused(_ bytes: [UInt8]) -> Bool {
    (try? unsafe Models(bytes: bytes.span.bytes)) == nil
  }

  @Test func `a cut or foreign image is refused`() throws {
    let image = Models().image
    for count in [0, 7, 15, 16, 40, image.count / 2, image.count - 1] {
      let part = Array(image.prefix(count))
      #expect(isRefused(part))
    }
    #expect(isRefused([UInt8](repeating: 0x41, count: 400)))
  }

  @Test func `any text is survived and spans stay in order`() throws {
    let models = try Self.shipped()
    var work = ModelWork()
    var generator = SeededGenerator(seed: 11)
    let pieces: [String] = [
      "The", "President", "of", "Zürich", "said", "\u{1F600}", "\u{0}", "\u{202e}", "北京", "Москва",
      "U.S.", "’s", "--", "(", "A", "1,000", "\u{301}", "İ", "ß", "\r", "\u{ad}", "McDonald",
      "AT&T",
    ]
    for _ in 0..<60 {
      var text = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
        text += ["", " ", " ", "\n"].randomElement(using: &generator) ?? ""
      }
      Self.read(text, models, &work)
      Self.check(&work, models)
    }
  }

  @Test func `hostile lengths take linear time`() throws {
    let models = try Self.shipped()
    var work = ModelWork()
    let clock = ContinuousClock()
    let time = clock.measure {
      Self.read(String(repeating: "A", count: 100_000) + " Smith", models, &work)
      Self.check(&work, models)
      Self.read(String(repeating: "Anna Smith and ", count: 4_000), models, &work)
      Self.check(&work, models)
    }
    #expect(time < .seconds(60))
  }

  @Test func `threads do not change the answer`() async throws {
    let models = try Self.shipped()
    let text = "Anna Smith met officials of Acme Corp. in Oslo .\nSmith left Norway on Monday ."
    let answers = await withTaskGroup(of: [NameSpan].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var work = ModelWork()
          Self.read(text, models, &work)
          return models.names(&work)
        }
      }
      return await group.reduce(into: [[NameSpan]]()) { $0.append($1) }
    }
    #expect(Set(answers.map { "\($0)" }).count == 1)
  }
}
