using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Distribution.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Signups;

/// <summary>Says, signed, when a form was shown: nobody fills one in within a few seconds.</summary>
internal sealed class FormTime(IOptions<SecurityOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(3);

    private readonly byte[] secret = Convert.FromBase64String(options.Value.LinkSecrets[^1]);

    public string Now()
    {
        var ticks = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
        return $"{ticks}.{Sign(ticks)}";
    }

    /// <summary>Whether a form was filled in as fast as only a program does it, or its time is forged. A form on another site has no time, and passes.</summary>
    public bool IsProgram(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        if (text.Split('.') is not [var ticks, var signature] || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)) return true;
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(ticks)), Encoding.UTF8.GetBytes(signature));
        return !isOurs || clock.GetUtcNow().UtcTicks - shown < Least.Ticks;
    }

    private string Sign(string ticks) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"form {ticks}")))[..32];
}
