namespace Distribution.Web.Audiences.Topics;

/// <summary>Words that mean a topic from now on.</summary>
internal sealed record SynonymsRequest
{
    /// <summary>The language of the words.</summary>
    public required string Language { get; init; }

    /// <summary>The words, such as those that <c>GET /api/topic-words</c> lists.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
