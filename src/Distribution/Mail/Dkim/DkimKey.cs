using System.Security.Cryptography;

namespace Distribution.Mail.Dkim;

/// <summary>Reads the private key of the settings.</summary>
internal static class DkimKey
{
    // RFC 8301, section 3.2: receivers verify keys of 1024 to 4096 bits, and need not verify others.
    private const int Smallest = 1024;
    private const int Largest = 4096;

    /// <param name="text">PEM, PKCS#8 or PKCS#1; line breaks as they are, as \n or lost to blanks.</param>
    /// <exception cref="FormatException">It is no key to sign with; the message is one sentence that shows nothing of it.</exception>
    public static RSA Read(string text)
    {
        if (text.StartsWith('@')) throw new FormatException("Dkim:PrivateKey begins with @: a Key Vault reference that was not resolved.");
        if (Import(text.Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)) is not { } key)
            throw new FormatException("Dkim:PrivateKey is an RSA private key in PEM, PKCS#8 or PKCS#1, without a password.");

        if (key.KeySize is >= Smallest and <= Largest) return key;
        var size = key.KeySize;
        key.Dispose();
        throw new FormatException($"Dkim:PrivateKey has {size} bits; it has {Smallest} to {Largest}, best 2048.");
    }

    private static RSA? Import(string pem)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pem);
            _ = key.ExportParameters(includePrivateParameters: true);
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
