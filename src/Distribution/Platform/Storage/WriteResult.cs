using Azure;

namespace Distribution.Platform.Storage;

/// <summary>The result of a conditional write.</summary>
public abstract record WriteResult
{
    private WriteResult() { }

    /// <summary>Written; the row now has this version.</summary>
    public sealed record Done(ETag ETag) : WriteResult;

    /// <summary>A row with this key exists already.</summary>
    public sealed record Exists : WriteResult;

    /// <summary>There is no row with this key.</summary>
    public sealed record Missing : WriteResult;

    /// <summary>The row has changed since it was read.</summary>
    public sealed record Changed : WriteResult;
}
