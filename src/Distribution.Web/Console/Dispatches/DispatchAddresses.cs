using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;

namespace Distribution.Web.Console.Dispatches;

/// <summary>The addresses of a dispatch's pages.</summary>
internal static class DispatchAddresses
{
    public static string Dispatch(string id) => ReleaseAddresses.Dispatch(id);

    public static string Progress(string id) => $"{Dispatch(id)}/progress";

    public static string Cancel(string id) => $"{Dispatch(id)}/cancel";

    public static string Sent(string id) => $"{Dispatch(id)}/sent";

    public static string Record(string id, string format) => $"{Dispatch(id)}/record?format={format}";

    /// <summary>All mails to a contact.</summary>
    public static string Deliveries(string contact) => $"{ConsoleRoutes.Home}/contacts/{contact}/deliveries";

    public static string Recipients(string id, RecipientFilter filter, string? after = null)
    {
        List<string> query = [];
        if (filter.Outcome is { } outcome) query.Add($"outcome={Word(outcome)}");
        if (filter.Language is { } language) query.Add($"language={Uri.EscapeDataString(language)}");
        if (filter.List is { } list) query.Add($"list={Uri.EscapeDataString(list)}");
        if (filter.Text is { Length: > 0 } text) query.Add($"q={Uri.EscapeDataString(text)}");
        if (after is not null) query.Add($"after={Uri.EscapeDataString(after)}");
        return $"{Dispatch(id)}/recipients{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }

    public static string Word(OutcomeState outcome) => outcome.ToString().ToLowerInvariant();
}
