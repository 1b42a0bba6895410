namespace Distribution.Dispatches.Previews;

/// <summary>The result of writing a preview.</summary>
public abstract record WriteMailPreviewResult
{
    private WriteMailPreviewResult()
    {
    }

    public sealed record Written(WrittenMailPreview Preview) : WriteMailPreviewResult;

    /// <summary>No text of it is ready.</summary>
    public sealed record NoText : WriteMailPreviewResult;

    /// <summary>There is no such contact.</summary>
    public sealed record NoContact : WriteMailPreviewResult;

    /// <summary>The organisation, which every mail names, is not there yet.</summary>
    public sealed record NoOrganisation : WriteMailPreviewResult;
}
