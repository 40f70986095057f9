/// The word of `words` that a misspelt `word` most likely meant, if one is close at all.
///
/// Letters differing in case only are equal; a transposition counts as one edit.
package func nearest(_ word: String, among words: [String]) -> String? {
  let input = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (word: String, distance: Int)?
  for candidate in words {
    let letters = Array(candidate.unicodeScalars)
    var distance = editDistance(input, letters)
    // "from" for "published_from": one is a part of the other.
    if input.count >= 3 && distance > 2
      && (candidate.contains(word.lowercased()) || word.lowercased().contains(candidate))
    {
      distance = 2
    }
    // Half of the letters must stand, and one at least.
    let length = max(input.count, letters.count)
    guard distance <= max(1, length / 2), distance < length, distance < best?.distance ?? .max
    else { continue }
    best = (candidate, distance)
  }
  return best?.word
}

/// Optimal string alignment: insertions, deletions, substitutions, neighbours swapped.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
