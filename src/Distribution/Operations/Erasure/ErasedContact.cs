
namespace Distribution.Operations.Erasure;

/// <summary>That a person's data is to be erased, and how far that is. It names nobody: the id is an HMAC.</summary>
public sealed record ErasedContact
{
    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the user who asked for it.</summary>
    public required string By { get; init; }

    /// <summary>Id of the API key that acted for them, if it was one.</summary>
    public string? Key { get; init; }

    /// <summary>When everything that was known had been erased.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Ids of imports whose file still names the person, since nobody has imported it yet: delete them.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>When it had been looked once more for what others were writing meanwhile.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
