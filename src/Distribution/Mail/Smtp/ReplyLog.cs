using System.Buffers;
using System.Globalization;
using System.Text;
using MailKit;

namespace Distribution.Mail.Smtp;

/// <summary>Remembers what the relay said last, because MailKit does not tell the code of a refused login.</summary>
internal sealed class ReplyLog : IProtocolLogger
{
    private readonly ArrayBufferWriter<byte> heard = new();

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>The reply to the last command; null when there was none.</summary>
    public SmtpReply? Last
    {
        get
        {
            var lines = Encoding.UTF8.GetString(heard.WrittenSpan)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return lines is [.., { Length: >= 3 } last]
                && int.TryParse(last.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                ? SmtpReply.Parse(code, string.Join('\n', lines.Select(line => line.Length > 4 ? line[4..] : "")))
                : null;
        }
    }

    public void LogConnect(Uri uri) => heard.ResetWrittenCount();

    public void LogClient(byte[] buffer, int offset, int count) => heard.ResetWrittenCount();

    public void LogServer(byte[] buffer, int offset, int count) => heard.Write(buffer.AsSpan(offset, count));

    public void Dispose()
    {
    }
}
