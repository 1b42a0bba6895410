using System.ComponentModel.DataAnnotations;
using Distribution.Platform.Text;

namespace Distribution;

/// <summary>Scheme, host and port, nothing else; https, or http on a loopback address.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PublicOriginAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is not string text
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && IsOrigin(address) && IsSafe(address));

    public override string FormatErrorMessage(string name) =>
        "Public:Address is an origin such as https://news.example.org: no path, and http only for this machine itself.";

    private static bool IsOrigin(Uri address) =>
        address is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
        && address.Host.Length > 0
        && WebAddress.Normalize(address) is not null;

    private static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
