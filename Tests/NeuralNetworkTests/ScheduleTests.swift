import Foundation
import Kinds
import Testing

@testable import NeuralNetwork

@Suite struct ScheduleTests {
  struct Fixture: Decodable {
    let stepsPerEpoch: Int
    let cases: [Case]

    enum CodingKeys: String, CodingKey {
      case stepsPerEpoch = "steps_per_epoch"
      case cases
    }

    struct Case: Decodable {
      let schedule: any Schedule
      let rates: [Double]

      enum CodingKeys: CodingKey { case schedule, rates }

      init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schedule = try container.superDecoder(forKey: .schedule).decodeKind(of: Schedules.all)
        rates = try container.decode([Double].self, forKey: .rates)
      }
    }
  }

  @Test func fiftyRatesAreThoseOfPyTorch() throws {
    let fixture: Fixture = try pyTorchFixture("schedules.json")
    #expect(Set(fixture.cases.map { type(of: $0.schedule).kind }) == Set(Schedules.all.map { $0.kind }))
    for example in fixture.cases {
      #expect(example.rates.count == 50)
      let length = TrainingLength(steps: example.rates.count, stepsPerEpoch: fixture.stepsPerEpoch)
      for (step, expected) in example.rates.enumerated() {
        let rate = example.schedule.rate(step: step, of: length)
        #expect(abs(rate - expected) < 1e-12, "\(example.schedule), step \(step): \(rate), PyTorch \(expected)")
      }
    }
  }

  /// Trainings of one step, and a warm-up that leaves nothing.
  @Test(arguments: [0.0, 5.0]) func shortTrainingsHaveFiniteRates(warmup: Double) throws {
    for kind in Schedules.all {
      let schedule = try decoded(#"{"kind": "\#(kind.kind)", "warmup_epochs": \#(warmup)}"#)
      for steps in 1...4 {
        for step in 0..<steps {
          let rate = schedule.rate(step: step, of: TrainingLength(steps: steps, stepsPerEpoch: 1))
          #expect(rate.isFinite && rate >= 0 && rate <= 1e-3, "\(schedule), step \(step) of \(steps): \(rate)")
        }
      }
    }
  }

  private func decoded(_ json: String) throws -> any Schedule {
    struct Document: Decodable {
      let schedule: any Schedule
      init(from decoder: any Decoder) throws { schedule = try decoder.decodeKind(of: Schedules.all) }
    }
    return try JSONDecoder().decode(Document.self, from: Data(json.utf8)).schedule
  }
}
