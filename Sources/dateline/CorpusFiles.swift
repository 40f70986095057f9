package import Extraction

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file of the corpus; `path` is `-` for standard input.
package struct CorpusFile: Sendable, Equatable {
  package let path: String
  package let format: ArticleFormat
  /// What the folder said when it was listed; 0 where it is not known.
  package let size: Int
}

/// Everything that the paths of a command line name, in the order in which it is read.
package struct CorpusFiles: Sendable {
  package private(set) var files: [CorpusFile] = []
  package private(set) var refusals: [Refusal] = []
  /// Files in folders whose names do not end like an article's.
  package private(set) var ignoredCount = 0

  /// Folders already listed: a symbolic link may lead back into one of them.
  private var visited: Set<FileIdentity> = []

  package init(paths: [String]) {
    for path in paths {
      if path == "-" {
        files.append(CorpusFile(path: path, format: .jsonLines, size: 0))
      } else {
        add(path, isNamed: true)
      }
    }
    visited = []
  }

  /// - Parameter isNamed: true for a path of the command line, false for one found in a folder.
  private mutating func add(_ path: String, isNamed: Bool) {
    let status: FileStatus
    do { status = try FileStatus(path: path) } catch {
      refuse(path, error.description)
      return
    }
    switch status.kind {
    case .folder: addFolder(path, status)
    case .file:
      if let format = ArticleFormat(path: path) {
        files.append(CorpusFile(path: path, format: format, size: status.size))
      } else if isNamed {
        refuse(path, "its name must end in .txt, .md, .json, .ndjson or .jsonl")
      } else {
        ignoredCount += 1
      }
    case .other:
      if isNamed || ArticleFormat(path: path) != nil {
        refuse(path, "neither a file nor a folder")
      } else {
        ignoredCount += 1
      }
    }
  }

  private mutating func addFolder(_ path: String, _ status: FileStatus) {
    guard visited.insert(status.identity).inserted else { return }
    let names: [FolderEntry]
    do { names = try FolderEntry.list(path) } catch {
      refuse(path, error.description)
      return
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    for entry in names {
      // A file that the listing already shows to be no article needs no question to the system.
      if entry.kind == .file && ArticleFormat(path: entry.name) == nil {
        ignoredCount += 1
      } else {
        add(prefix + entry.name, isNamed: false)
      }
    }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    refusals.append(Refusal(place: Place(path: path), reason: reason))
  }
}

/// A folder's or file's own number, whatever path leads to it.
private struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

private enum FileKind {
  case file, folder, other
}

private struct FileStatus {
  let kind: FileKind
  let size: Int
  let identity: FileIdentity

  /// Follows symbolic links.
  init(path: String) throws(SystemError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw SystemError.last }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int(clamping: status.st_size)
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

private struct FolderEntry {
  let name: String
  /// `nil` where only asking the file itself can tell.
  let kind: FileKind?

  /// The entries whose names do not begin with a dot, in byte order of the paths they lead to.
  static func list(_ path: String) throws(SystemError) -> [FolderEntry] {
    guard let folder = unsafe opendir(path) else { throw SystemError.last }
    defer { unsafe closedir(folder) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: UInt8.self, capacity: Int(entry.pointee.d_reclen)) {
          unsafe String(decodingCString: $0, as: UTF8.self)
        }
      }
      guard !name.hasPrefix(".") else { continue }
      let type = unsafe Int32(entry.pointee.d_type)
      entries.append(
        FolderEntry(
          name: name,
          kind: type == Int32(DT_REG) ? .file : type == Int32(DT_DIR) ? .folder : nil))
    }
    return entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// A folder sorts as the paths in it do: `a.txt` before `a/b.txt`.
  private var key: [UInt8] { Array(name.utf8) + (kind == .folder ? [UInt8(ascii: "/")] : []) }
}

extension ArticleFormat {
  /// By the ending of the file's name; `nil` for a file that is no article.
  fileprivate init?(path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
    self.init(suffix: String(decoding: name[name.index(after: dot)...], as: UTF8.self))
  }
}
