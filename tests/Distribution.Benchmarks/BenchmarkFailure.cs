namespace Distribution.Benchmarks;

/// <summary>Why a benchmark cannot run or is not valid, in a sentence for whoever started it.</summary>
internal sealed class BenchmarkFailure(string message) : Exception(message);
