using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Distribution.Platform.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Readers.Signups;

/// <summary>Says, signed, when a form was shown: nobody fills one in within a few seconds.</summary>
internal sealed class FormTime(IOptions<SecurityOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private readonly byte[] secret = Convert.FromBase64String(options.Value.LinkSecrets[^1]);

    public string Now() => Of(clock.GetUtcNow());

    /// <summary>For a form that is shown again with what was typed: its button may be pressed at once.</summary>
    public string Filled() => Of(clock.GetUtcNow() - Least);

    /// <summary>Whether a form of ours was open for so long that what it shows may have changed.</summary>
    public bool IsOld(string? text) =>
        !string.IsNullOrEmpty(text)
            && !IsProgram(text)
            && clock.GetUtcNow().UtcTicks - long.Parse(text.Split('.')[0], CultureInfo.InvariantCulture) > Longest.Ticks;

    /// <summary>
    /// Whether a form was filled in as fast as only a program does it, or its time is forged. A form on another site has no time, and
    /// passes.
    /// </summary>
    public bool IsProgram(string? text)
    {
        if (string.IsNullOrEmpty(text)) return false;
        if (text.Split('.') is not [var acknowledgements, var signature]
            || !long.TryParse(acknowledgements, NumberStyles.None, CultureInfo.InvariantCulture, out var shown))
            return true;
        var isOurs =
            CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(acknowledgements)), Encoding.UTF8.GetBytes(signature));
        return !isOurs || clock.GetUtcNow().UtcTicks - shown < Least.Ticks;
    }

    private string Of(DateTimeOffset shown)
    {
        var acknowledgements = shown.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return $"{acknowledgements}.{Sign(acknowledgements)}";
    }

    private string Sign(string acknowledgements) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"form {acknowledgements}")))[..32];
}
