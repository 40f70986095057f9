internal import Extraction

/// What the network makes of one sentence on the way forward, and the gradients on the way back.
///
/// n is the number of its tokens, t that of its transitions.
struct SyntaxBuffers {
  /// What each token adds to the hidden layer by its place.  // [n][place]
  var words: [Block] = []

  // Transitions.
  var state = ParserState()
  var configuration = ParserFeatures()
  var places: [InlineArray<9, Int32>] = []  // [t]
  var stateRows: [Int32] = []
  var stateRowStarts: [Int32] = []  // [t + 1]
  var hidden: [Block] = []  // [t]
  var hiddenMask: [Block] = []  // [t]
  var scores: [Block] = []

  // Gradients.
  var scoreGradients: [Block] = []  // [t]
  var hiddenGradients: [Block] = []  // [t]
  var wordGradients: [Block] = []  // [n][place]
}
