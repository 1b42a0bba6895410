using Microsoft.Extensions.Options;

namespace Distribution.Mail.Dkim;

/// <summary>All or nothing, and a key that can sign.</summary>
internal sealed class DkimOptionsRules : IValidateOptions<DkimOptions>
{
    public ValidateOptionsResult Validate(string? name, DkimOptions options) =>
        Fault(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    private static string? Fault(DkimOptions options) => options switch
    {
        { Selector: null or "", PrivateKey: null or "", Domain: null or "" } => null,
        { Selector: null or "" } or { PrivateKey: null or "" } => "Set both Dkim:Selector and Dkim:PrivateKey, or nothing of Dkim.",
        _ => Fault(options.PrivateKey),
    };

    private static string? Fault(string privateKey)
    {
        try
        {
            DkimKey.Read(privateKey).Dispose();
            return null;
        }
        catch (FormatException fault)
        {
            return fault.Message;
        }
    }
}
