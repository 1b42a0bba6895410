using MimeKit;

namespace Distribution.Testing.Smtp;

/// <summary>A mail the scripted server took.</summary>
public sealed record ReceivedMail(int Connection, string Sender, IReadOnlyList<string> Recipients, ReadOnlyMemory<byte> Content)
{
    private readonly Lazy<MimeMessage> message = new(() => MimeMessage.Load(new MemoryStream(Content.ToArray())));

    public string Recipient => Recipients.Single();

    public MimeMessage Message => message.Value;
}
