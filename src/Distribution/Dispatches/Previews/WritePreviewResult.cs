namespace Distribution.Dispatches.Previews;

/// <summary>What came of writing a preview.</summary>
public abstract record WritePreviewResult
{
    private WritePreviewResult()
    {
    }

    public sealed record Written(WrittenPreview Preview) : WritePreviewResult;

    /// <summary>No text of it is ready.</summary>
    public sealed record NoText : WritePreviewResult;

    /// <summary>There is no such contact.</summary>
    public sealed record NoContact : WritePreviewResult;

    /// <summary>The organisation, which every mail names, is not there yet.</summary>
    public sealed record NoOrganisation : WritePreviewResult;
}
