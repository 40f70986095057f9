/// Which of the input forms a file or stream has.
package enum ArticleFormat: Sendable, CaseIterable {
  case text, markdown, json, jsonLines

  /// By file name suffix, without its dot, in any case; `nil` for files that hold no articles.
  package init?(suffix: String) {
    switch suffix.lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "ndjson", "jsonl": self = .jsonLines
    default: return nil
    }
  }
}

/// Why a file, or one line or member of it, gave no article.
package struct ArticleReadError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// Byte offset of the first byte that is not UTF-8.
    case notUTF8(offset: Int)
    case empty
    /// More bytes than `limit`.
    case tooLarge(limit: Int)
    /// Byte offset of what no JSON has there; the count of bytes where it ends too early.
    case brokenJSON(offset: Int)
    case notAnArticle
    case missingText
    /// Front matter without its closing line.
    case openFrontMatter
    /// A member whose value is of another type than the key asks for.
    case wrongType(key: String)
  }

  package var reason: Reason
  /// From 1; `nil` where the whole file is meant.
  package var line: Int?

  package init(_ reason: Reason, line: Int? = nil) {
    self.reason = reason
    self.line = line
  }
}

extension ArticleReadError: CustomStringConvertible {
  /// One line that says what is wrong, without the path.
  package var description: String {
    let what =
      switch reason {
      case .notUTF8(let offset): "not UTF-8 (byte \(offset))"
      case .empty: "empty"
      case .tooLarge(let limit): "larger than \(limit) bytes"
      case .brokenJSON(let offset): "broken JSON: unexpected at byte \(offset)"
      case .notAnArticle: "not an article: a JSON object, or an array of them, is expected"
      case .missingText: "no text: a member \"text\", \"body\" or \"articleBody\" is needed"
      case .openFrontMatter: "front matter is not closed by a line \"---\""
      case .wrongType(let key): "member \"\(key)\" is not a string"
      }
    return line.map { "line \($0): \(what)" } ?? what
  }
}

/// Turns the bytes of a file into articles; opens nothing itself.
///
/// The article's text is what `/articles/{id}/text` serves and all offsets refer to: a text
/// file's bytes as they are, a Markdown file's bytes after its front matter, a JSON member's
/// string. A byte order mark stays in the text and belongs to no zone. Ids may repeat: telling
/// the user is the caller's job.
package struct ArticleReader: Sendable {
  /// Bytes of one article or JSON document; more is refused. Default 64 MiB.
  package var limitBytes: Int

  package init(limitBytes: Int = 64 << 20) {
    self.limitBytes = min(limitBytes, Int(Int32.max))
  }

  /// What one file gave: a broken line or member costs only itself.
  package struct Reading: Sendable {
    package var articles: [Article] = []
    package var errors: [ArticleReadError] = []
  }

  /// Reads a whole file; `stem` is its name without folder and suffix.
  package func read(_ bytes: [UInt8], stem: String, format: ArticleFormat) -> Reading {
    var reading = Reading()
    do throws(ArticleReadError) {
      switch format {
      case .text: reading.articles = [try text(bytes, stem: stem)]
      case .markdown: reading.articles = [try markdown(bytes, stem: stem)]
      case .json: reading = try json(bytes, stem: stem)
      case .jsonLines: reading = jsonLines(bytes, stem: stem)
      }
    } catch {
      reading.errors.append(error)
    }
    return reading
  }

  /// One line of NDJSON, without its line end; `nil` for a blank one.
  ///
  /// Pure, so that a million lines can be read on all cores at once.
  package func article(
    line: ArraySlice<UInt8>, number: Int, stem: String
  ) throws(ArticleReadError) -> Article? {
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    let bytes = Array(line)
    do throws(ArticleReadError) {
      try check(bytes)
      return try ArticleRecord.decodeOne(bytes).article(
        defaultID: "\(stem)-\(number)", limitBytes: limitBytes)
    } catch {
      throw ArticleReadError(Self.cause(error, in: bytes).reason, line: number)
    }
  }

  // MARK: Formats

  private func text(_ bytes: [UInt8], stem: String) throws(ArticleReadError) -> Article {
    try check(bytes)
    try checkNotBlank(bytes.span)
    return Article(id: ArticleID.slug(stem), text: bytes)
  }

  private func markdown(_ bytes: [UInt8], stem: String) throws(ArticleReadError) -> Article {
    try check(bytes)
    guard let matter = try FrontMatter(bytes) else { return try text(bytes, stem: stem) }
    let body = Array(bytes[matter.end...])
    try checkNotBlank(body.span)
    return matter.record.article(text: body, defaultID: stem)
  }

  private func json(_ bytes: [UInt8], stem: String) throws(ArticleReadError) -> Reading {
    try check(bytes)
    try checkNotBlank(bytes.span)
    var reading = Reading()
    let records = try ArticleRecord.decodeAll(bytes)
    for (i, record) in records.enumerated() {
      do throws(ArticleReadError) {
        let id = records.count == 1 ? stem : "\(stem)-\(i + 1)"
        reading.articles.append(
          try record.article(defaultID: id, limitBytes: limitBytes))
      } catch {
        reading.errors.append(Self.cause(error, in: bytes))
      }
    }
    return reading
  }

  /// The decoder takes a string broken by a control character for none at all.
  private static func cause(_ error: ArticleReadError, in json: [UInt8]) -> ArticleReadError {
    guard case .wrongType = error.reason, let offset = JSONSyntax.firstFault(in: json) else {
      return error
    }
    return ArticleReadError(.brokenJSON(offset: offset))
  }

  private func jsonLines(_ bytes: [UInt8], stem: String) -> Reading {
    var reading = Reading()
    for (i, line) in bytes.split(separator: 0x0a, omittingEmptySubsequences: false).enumerated() {
      do throws(ArticleReadError) {
        if let article = try article(line: line, number: i + 1, stem: stem) {
          reading.articles.append(article)
        }
      } catch {
        reading.errors.append(error)
      }
    }
    if reading.articles.isEmpty, reading.errors.isEmpty {
      reading.errors.append(ArticleReadError(.empty))
    }
    return reading
  }

  // MARK: Checks

  private func check(_ bytes: [UInt8]) throws(ArticleReadError) {
    guard bytes.count <= limitBytes else { throw ArticleReadError(.tooLarge(limit: limitBytes)) }
    guard !bytes.isEmpty else { throw ArticleReadError(.empty) }
    if let offset = UTF8Check.firstInvalidOffset(bytes.span) {
      throw ArticleReadError(.notUTF8(offset: offset))
    }
  }

  private func checkNotBlank(_ text: Span<UInt8>) throws(ArticleReadError) {
    guard !Paragraphs.trimmed(0..<text.count, text).isEmpty else {
      throw ArticleReadError(.empty)
    }
  }
}
