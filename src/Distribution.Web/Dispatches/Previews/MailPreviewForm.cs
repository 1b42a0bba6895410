namespace Distribution.Web.Dispatches.Previews;

/// <summary>In which form a preview is wanted.</summary>
internal enum MailPreviewForm
{
    /// <summary>Everything, taken apart.</summary>
    Json,

    /// <summary>The HTML part as a page.</summary>
    Html,

    /// <summary>The mail as a file that mail programs open.</summary>
    Mail,
}
