using Distribution.Audiences.Selection;

namespace Distribution.Dispatches.Previews;

/// <summary>A release's mail as it would go over the wire to one recipient, its signature aside.</summary>
public sealed record WrittenMailPreview(string Release, ExplainedRecipient Reader, ReadOnlyMemory<byte> Source)
{
    /// <summary>Read as a mail program would.</summary>
    public MailPreview Read() => MailPreview.From(this);
}
