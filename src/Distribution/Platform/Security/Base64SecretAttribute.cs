using System.ComponentModel.DataAnnotations;

namespace Distribution.Platform.Security;

/// <summary>A secret, or each of a list of them, is base64 of at least 32 bytes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class Base64SecretAttribute : ValidationAttribute
{
    public const int FewestBytes = 32;

    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text => IsSecret(text),
        IEnumerable<string> texts => texts.All(IsSecret),
        _ => false,
    };

    public override string FormatErrorMessage(string name) =>
        $"Security:{name.Split('.')[^1]} is not base64 of at least {FewestBytes} bytes; make one with: openssl rand -base64 32";

    private static bool IsSecret(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= FewestBytes;
    }
}
