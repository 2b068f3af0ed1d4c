import TestSupport
import Testing

@testable import Images

@Suite struct PictureTests {
  private func picture(_ name: String) throws -> Picture { try Picture(try fixture(name)) }

  /// The greatest difference of two pictures of one size; nil if their sizes differ.
  private func greatestDifference(_ one: Picture, _ other: Picture) -> Int? {
    guard (one.width, one.height) == (other.width, other.height) else { return nil }
    return zip(one.pixels, other.pixels).map { abs(Int($0) - Int($1)) }.max()
  }

  /// Pillow's decoder is libjpeg-turbo as well, perhaps of another version.
  @Test(arguments: 1...8) func photosAreTurnedUpright(orientation: Int) throws {
    let photo = try picture("turned_\(orientation).jpg")
    let expected = try picture("turned_\(orientation).png")
    let difference = try #require(greatestDifference(photo, expected))
    #expect(difference <= 2)
    #expect(try Picture.size(of: fixture("turned_\(orientation).jpg")) == (expected.width, expected.height))
  }

  @Test(arguments: ["grey", "progressive"]) func otherJPEGsAreRead(name: String) throws {
    let difference = try #require(greatestDifference(try picture("\(name).jpg"), try picture("\(name).png")))
    #expect(difference <= 2)
  }

  @Test func pngsOfAllKindsBecomeColours() throws {
    let alpha = try picture("alpha.png")
    #expect((alpha.width, alpha.height) == (3, 1))
    #expect(alpha.pixels[..<3] == [255, 0, 0] && alpha.pixels[6...] == [255, 255, 255])
    #expect(alpha.pixels[3] == 255 && (120...190).contains(alpha.pixels[4]))
    #expect(try picture("grey16.png").pixels == [0, 0, 0, 1, 1, 1, 255, 255, 255])
    #expect(try Picture.size(of: fixture("palette.png")) == (20, 12))
    #expect(try picture("palette.png").pixels.count == 20 * 12 * 3)
  }

  @Test func whatIsNoPictureSaysWhy() throws {
    func reason(_ bytes: [UInt8]) -> String? {
      do throws(Picture.Unreadable) {
        _ = try Picture(bytes)
        return nil
      } catch {
        return error.reason
      }
    }
    #expect(reason([]) == "it is empty")
    #expect(reason(Array("GIF89a".utf8)) == "it is no PNG and no JPEG")
    #expect(reason(try fixture("print.jpg"))?.contains("CMYK") == true)
    let photo = try fixture("turned_1.jpg")
    #expect(reason(Array(photo.prefix(photo.count / 2))) != nil)
    #expect(reason(Array(photo.prefix(20))) != nil)
  }

  @Test func orientationIsReadInBothByteOrders() {
    func jpeg(_ tiff: [UInt8]) -> [UInt8] {
      let content = Array("Exif".utf8) + [0, 0] + tiff
      return [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xe1, 0, UInt8(content.count + 2)] + content + [0xff, 0xda]
    }
    // Header, offset of the directory, one entry: tag, type SHORT, count, value.
    let little: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
    let big: [UInt8] = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0]
    #expect(EXIFOrientation(jpeg: jpeg(little)).value == 6)
    #expect(EXIFOrientation(jpeg: jpeg(big)).value == 8)
    for length in little.indices {
      #expect(EXIFOrientation(jpeg: jpeg(Array(little[..<length]))).value == 1 || length >= 20)
    }
    #expect(EXIFOrientation(jpeg: [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]).value == 1)
    #expect(EXIFOrientation(9).value == 1)
  }

  /// A picture of 4 x 2 whose middle is the 2 x 2 of the second and third columns.
  @Test func theMiddleBecomesASquare() {
    let greys: [UInt8] = [0, 10, 20, 90, 0, 30, 60, 90]
    let picture = Picture(width: 4, height: 2, pixels: greys.flatMap { [$0, $0, 0] })
    #expect(picture.square(side: 2).pixels == [10, 10, 0, 20, 20, 0, 30, 30, 0, 60, 60, 0])
    #expect(picture.square(side: 1).pixels == [30, 30, 0])
    #expect(picture.square(side: 4).pixels.prefix(12) == [10, 10, 0, 10, 10, 0, 20, 20, 0, 20, 20, 0])
  }

  @Test func mutantsAreReadOrRefused() throws {
    struct Refused: Error, CustomStringConvertible { let description: String }
    for name in ["turned_6.jpg", "progressive.jpg", "palette.png"] {
      let outcome = mutate(try fixture(name), times: 1_000, words: ["Exif\0\0", "II*\0"], file: "a") {
        bytes throws(Refused) in
        do throws(Picture.Unreadable) {
          _ = try Picture.size(of: bytes)
          return try Picture(bytes)
        } catch {
          throw Refused(description: "a: \(error.reason)")
        }
      }
      #expect(outcome.refused > 50 && outcome.read + outcome.refused == 1_000, "\(outcome)")
    }
  }
}
