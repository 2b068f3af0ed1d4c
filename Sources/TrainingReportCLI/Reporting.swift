import AtomicFiles
import Datasets
import FileFormats
import NeuralNetwork
import Plotting
import Report
import RunRecords
import Training

/// Runs a command's body and turns every error into words and an exit code.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as Failure {
    throw failure
  } catch let error as FileError {
    throw Failure(message: error.description, exitCode: exitCode(of: error))
  } catch let error as FormatError {
    throw Failure(message: error.description, exitCode: Failure.badData)
  } catch let error as DatasetError {
    switch error {
    case .missing: throw Failure(message: error.description, exitCode: Failure.missingInput)
    case .unreadable(let cause):
      throw Failure(message: error.description, exitCode: cause.isMissing ? Failure.missingInput : Failure.inputOutput)
    case .invalid: throw Failure(message: error.description, exitCode: Failure.badData)
    }
  } catch let error as RunError {
    switch error {
    case .missing: throw Failure(message: error.description, exitCode: Failure.missingInput)
    case .inaccessible(let cause): throw Failure(message: error.description, exitCode: exitCode(of: cause))
    case .invalid: throw Failure(message: error.description, exitCode: Failure.badData)
    }
  } catch let error as ImportError {
    switch error {
    case .nothingToImport: throw Failure(message: error.description, exitCode: Failure.missingInput)
    case .inaccessible(let cause): throw Failure(message: error.description, exitCode: exitCode(of: cause))
    case .invalid, .severalLogs, .differentTestSets:
      throw Failure(message: error.description, exitCode: Failure.badData)
    }
  } catch let error as ForeignReadme {
    throw Failure(message: error.description, exitCode: Failure.cannotCreate)
  } catch let error as ArchitectureError {
    throw Failure(message: error.description, exitCode: Failure.badData)
  } catch let error as TrainingError {
    throw Failure(message: error.description, exitCode: Failure.badData)
  } catch let error as PlottingError {
    throw Failure(message: error.description, exitCode: Failure.software)
  } catch let error as ComputeError {
    throw Failure(message: error.description, exitCode: Failure.software)
  }
}

private func exitCode(of error: FileError) -> Int32 {
  switch error.operation {
  case .read: error.isMissing ? Failure.missingInput : Failure.inputOutput
  case .create, .lock: Failure.cannotCreate
  case .write, .remove, .watch: Failure.inputOutput
  }
}
