using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Distribution.Benchmarks.Parts;
using Distribution.Mail.Dkim;
using Distribution.Mail.Rendering;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Benchmarks.Measures;

/// <summary>Measures a DKIM signature of a whole mail, as a multiple of the one RSA operation in it that no code can avoid.</summary>
internal static class SignatureMeasure
{
    private const int Bytes = 10 * 1024;
    private const int Signatures = 200;
    private const int Rounds = 25;

    /// <summary>Rounds of both in turn; the fastest of each counts, for other programs only ever add time.</summary>
    public static async Task<Measured> RunAsync(CancellationToken cancellationToken)
    {
        using var key = RSA.Create(2048);
        using SignMail sign = new(
            Options.Create(new DkimOptions { Selector = "press", PrivateKey = key.ExportPkcs8PrivateKeyPem() }), TimeProvider.System);
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        var written = await BenchmarkMail.ReleaseAsync(room, Bytes, cancellationToken);
        var (bare, whole) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bare = Math.Min(bare, Bare(key));
            whole = Math.Min(whole, Whole(sign, written));
        }

        return Measured.AtMost("signature of a mail ÷ the platform's bare RSA operation", whole / bare, 1.2, "0.00");
    }

    private static double Bare(RSA key)
    {
        var hash = SHA256.HashData("a header"u8);
        var started = Stopwatch.GetTimestamp();
        for (var signature = 0; signature < Signatures; signature++) _ = key.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Signatures;
    }

    /// <summary>Mails are made out before the clock starts, as each is signed once.</summary>
    private static double Whole(SignMail sign, ReleaseMail mail)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        List<MimeMessage> messages = [.. Enumerable.Range(0, Signatures).Select(number => mail.To(Recipient(number)))];
        var started = Stopwatch.GetTimestamp();
        foreach (var message in messages) sign.Run(format, message);
        var elapsed = Stopwatch.GetElapsedTime(started);
        messages.ForEach(message => message.Dispose());
        return elapsed.TotalMicroseconds / Signatures;
    }

    private static MailRecipient Recipient(int number) => new(
        $"{number}@example.org", $"reader{number}@example.org", $"Reader Number {number}", ["en"], [], Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{number,36}")));
}
