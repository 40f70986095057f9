/// What a web page leaves between and after the paragraphs: links, buttons, advertisements.
enum Residue {
  static func isResidue(_ line: borrowing TextLine, inLinkList: Bool) -> Bool {
    if inLinkList, line.range.count <= 160, !line.endsSentence || line.isQuestion { return true }
    for label in wholeLabels where line.range.count <= label.utf8CodeUnitCount + 3 {
      if line.starts(with: label) { return true }
    }
    guard line.range.count <= 160 else { return false }
    for label in openings where line.starts(with: label) { return true }
    return opensLinkList(line) || isAddress(line) || isLinkRow(line) || isRule(line)
      || isPicture(line)
  }

  /// "Related Sources:", "More on this story": links follow.
  static func opensLinkList(_ line: borrowing TextLine) -> Bool {
    guard line.range.count <= 48, !line.endsSentence else { return false }
    for label in listLabels where line.starts(with: label) {
      let end = line.range.lowerBound + label.utf8CodeUnitCount
      return end == line.range.upperBound || line.text[end] == UInt8(ascii: ":")
    }
    return false
  }

  private static let listLabels: [StaticString] = [
    "related sources", "related stories", "related articles", "related article",
    "related links", "related topics", "related news", "related content", "related coverage",
    "related posts", "related reading", "related tags", "related", "more stories",
    "more on this story", "more on this topic", "more from this section", "more news",
    "more information", "further reading", "external links", "read more", "read also",
    "also read", "see also", "you may also like", "you might also like", "recommended",
    "recommended stories", "recommended for you", "most popular", "most read", "trending",
    "trending now", "top stories", "latest news", "editor's picks", "editors' picks",
    "in this article", "what to read next", "up next", "topics", "tags", "links",
  ]

  /// The whole line, a mark or two apart.
  private static let wholeLabels: [StaticString] = [
    "advertisement", "advertisements", "ad", "sponsored", "sponsored content", "promoted",
    "share", "share this", "share this article", "share this story", "tweet", "print", "email",
    "comments", "comment", "subscribe", "sign up", "log in", "sign in", "facebook", "twitter",
    "whatsapp", "linkedin", "telegram", "copy link", "link copied", "save", "bookmark",
    "loading...", "loading", "click here", "play", "watch", "watch live", "listen", "gallery",
    "back to top", "copy", "keep reading", "end of list", "file photo", "skip to content", "menu",
    "search", "home", "close", "next", "previous",
    "newsletter", "add comment", "no comments", "show comments", "hide caption",
    "toggle caption", "enlarge this image", "embed", "transcript", "report an error",
    "story continues below", "article continues below", "continue reading", "read more",
    "read full article", "read the full story", "show more", "see more", "view comments",
    "this is a developing story", "this is a breaking news story", "scroll to continue",
  ]

  private static let openings: [StaticString] = [
    "read more:", "read more about", "list of ", "our standards:", "media caption", "image caption",
    "image source", "read also:", "also read:", "read:", "see also:",
    "related:", "more:", "watch:", "listen:", "click here to", "click here for", "tap here to",
    "sign up for", "sign up to", "subscribe to", "subscribe now", "follow us on", "follow @",
    "share on ", "share this on", "share via", "tweet this", "like us on", "download our app",
    "download the app", "get the app", "join our", "join us on", "tags:", "topics:",
    "filed under", "posted in", "categories:", "category:", "keywords:", "advertisement ",
    "story continues below", "article continues below", "continue reading below",
    "leave a comment", "leave a reply", "post a comment", "comments (", "0 comments",
    "recommended for you", "you may also like", "enable javascript", "please enable",
    "this site uses cookies", "we use cookies", "accept cookies", "- advertisement -",
    "(advertisement)", "view all", "view this post on", "hide caption", "toggle caption",
    "a version of this article appears in print", "get our free", "support our journalism",
  ]

  /// Markdown's "![words](address)" and nothing else.
  private static func isPicture(_ line: borrowing TextLine) -> Bool {
    line.starts(with: "![") && line.text[line.range.upperBound - 1] == UInt8(ascii: ")")
  }

  /// One web address and nothing else.
  private static func isAddress(_ line: borrowing TextLine) -> Bool {
    (line.starts(with: "http://") || line.starts(with: "https://") || line.starts(with: "www."))
      && line.wordCount == 1
  }

  /// Two or more short items with bullets or bars between: "• Home • World".
  private static func isLinkRow(_ line: borrowing TextLine) -> Bool {
    guard !line.endsSentence else { return false }
    var marks = 0
    var run = 0
    var longest = 0
    var i = line.range.lowerBound
    while i < line.range.upperBound {
      let scalar = line.text.scalar(at: i)
      switch scalar.value {
      case 0x2022, 0x00b7, 0x25cf, 0x25aa, 0x7c:
        marks += 1
        run = 0
      default: run += 1
      }
      longest = max(longest, run)
      i += scalar.length
    }
    return marks >= 2 && longest <= 32
  }

  /// "* * *", "-----": a rule between parts.
  private static func isRule(_ line: borrowing TextLine) -> Bool {
    guard line.range.count >= 3 else { return false }
    for i in line.range {
      switch line.text[i] {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="),
        UInt8(ascii: "#"), UInt8(ascii: "~"):
        continue
      default: return false
      }
    }
    return true
  }
}
