#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processors that this process may run on: what taskset or a container leaves it.
func availableProcessors() -> Int {
  #if os(Linux)
    var allowed = cpu_set_t()
    if sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &allowed) == 0 {
      let count = withUnsafeBytes(of: allowed) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
      if count > 0 { return count }
    }
  #endif
  return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
