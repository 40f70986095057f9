// Arithmetic that is the same on every machine.

/// e to each lane's power, within 3e-7 of it; next to nothing below -80.
@inline(__always)
func exponential(_ x: SIMD32<Float>) -> SIMD32<Float> {
  SIMD32(lowHalf: exponential(x.lowHalf), highHalf: exponential(x.highHalf))
}

@inline(__always)
package func exponential(_ x: SIMD16<Float>) -> SIMD16<Float> {
  SIMD16(lowHalf: exponential(x.lowHalf), highHalf: exponential(x.highHalf))
}

@inline(__always)
func exponential(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let clamped = x.replacing(with: -80, where: x .< -80).replacing(with: 80, where: x .> 80)
  // Adding 1.5 × 2^23 leaves the nearest whole number in the low bits.
  let shifted = clamped * 1.442_695 + 12_582_912
  let powers = shifted - 12_582_912
  let r = clamped - powers * 0.693_147_2
  var sum = r * 0.001_388_889 + 0.008_333_333
  sum = sum * r + 0.041_666_67
  sum = sum * r + 0.166_666_67
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  // 2 to the power of each lane, written into the exponent's bits.
  let bits = unsafe unsafeBitCast(shifted, to: SIMD8<Int32>.self)
  let exponents = (bits &- 0x4b40_0000 &+ 127) &<< 23
  let factors = unsafe unsafeBitCast(exponents, to: SIMD8<Float>.self)
  return sum * factors
}

/// Natural logarithm of a positive number, by its exponent and a series.
package func logarithm(_ x: Float) -> Float {
  guard x > 0 else { return -100 }
  let exponent = Float(x.exponent)
  let m = (x.significand - 1) / (x.significand + 1)
  let m2 = m * m
  return exponent * 0.693_147_2 + 2 * m * (1 + m2 * (1 / 3 + m2 * (0.2 + m2 * (1 / 7))))
}

/// By halves: the standard library would go through thirty-two numbers one by one.
extension SIMD32<Float> {
  @inline(__always)
  package static func + (a: Self, b: Self) -> Self {
    Self(lowHalf: a.lowHalf + b.lowHalf, highHalf: a.highHalf + b.highHalf)
  }

  @inline(__always)
  package static func - (a: Self, b: Self) -> Self {
    Self(lowHalf: a.lowHalf - b.lowHalf, highHalf: a.highHalf - b.highHalf)
  }

  @inline(__always)
  package static func - (a: Self, b: Float) -> Self {
    Self(lowHalf: a.lowHalf - b, highHalf: a.highHalf - b)
  }

  @inline(__always)
  package static func * (a: Self, b: Self) -> Self {
    Self(lowHalf: a.lowHalf * b.lowHalf, highHalf: a.highHalf * b.highHalf)
  }

  @inline(__always)
  package static func * (a: Self, b: Float) -> Self {
    Self(lowHalf: a.lowHalf * b, highHalf: a.highHalf * b)
  }

  @inline(__always)
  package static func / (a: Self, b: Float) -> Self {
    Self(lowHalf: a.lowHalf / b, highHalf: a.highHalf / b)
  }

  @inline(__always)
  package static func += (a: inout Self, b: Self) { a = a + b }

  @inline(__always)
  package static func *= (a: inout Self, b: Self) { a = a * b }

  @inline(__always)
  package static func /= (a: inout Self, b: Float) { a = a / b }

  /// The sum of all lanes, by halves.
  @inline(__always)
  var total: Float { (lowHalf + highHalf).total }

  /// The largest of all lanes.
  @inline(__always)
  var largest: Float { lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf).largest }
}

extension SIMD16<Float> {
  /// The sum of all lanes, by halves.
  @inline(__always)
  package var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// The largest of all lanes.
  @inline(__always)
  package var largest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let four = eight.lowHalf.replacing(
      with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
    let two = four.lowHalf.replacing(with: four.highHalf, where: four.highHalf .> four.lowHalf)
    return two[0] > two[1] ? two[0] : two[1]
  }

  /// The place of the largest number in a range of blocks, counted from its first.
  @inline(__always)
  static func best(_ scores: [Self], _ range: Range<Int>) -> Int {
    var top = -Float.infinity
    for k in range {
      let largest = scores[k].largest
      if largest > top { top = largest }
    }
    for k in range {
      let isTop = scores[k] .== top
      for lane in 0..<16 where isTop[lane] { return (k - range.lowerBound) * 16 + lane }
    }
    return 0
  }
}
