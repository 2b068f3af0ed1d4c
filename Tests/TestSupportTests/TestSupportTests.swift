import Foundation
import Plotting
import TestSupport
import Testing

@Suite struct TestSupportTests {
  @Test func aTemporaryFolderIsEmptyAndGoneAfterwards() throws {
    struct Failed: Error {}
    var path = ""
    try withTemporaryFolder { folder in
      path = folder
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == [])
    }
    #expect(path != "" && !FileManager.default.fileExists(atPath: path))
    #expect(throws: Failed.self) {
      try withTemporaryFolder { folder in
        path = folder
        try Data([1]).write(to: URL(filePath: folder).appending(path: "file"))
        throw Failed()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aPathBesideTheTest() {
    #expect(pathBesideTest("a.txt", source: "/tests/SomeTests/Some.swift").path == "/tests/SomeTests/a.txt")
    #expect(FileManager.default.fileExists(atPath: pathBesideTest("TestSupportTests.swift").path))
    #expect(throws: (any Error).self) { try fixture("none") }
  }

  @Test func theRelativeNorm() {
    // A difference of (0, 0.5) against a norm of 5.
    #expect(relativeNorm([3, 4.5], [3, 4] as [Float]) == 0.1)
    #expect(relativeNorm([3, 4.5] as [Float], [3, 4], atLeast: 50) == 0.01)
    #expect(relativeNorm([0, 0], [0.0, 0]) == 0)
    #expect(relativeNorm([1], [0.0]) > 1e300)
    #expect(relativeNorm([1], [1.0, 2]) == .infinity)
    #expect(relativeNorm([Double.nan], [1.0]).isNaN)
  }

  @Test func aPNGOfChunksIsRead() throws {
    let bytes: [UInt8] = [255, 0, 0, 10, 20, 30]
    let picture = try RGBImage(png: PNGFile.picture(width: 2, height: 1, bytes: bytes))
    #expect(picture.width == 2 && picture.height == 1 && picture.bytes == bytes)
  }
}
