using System.Text.Json.Nodes;

namespace Distribution.Server.Demo;

/// <summary>Counts the release's mails in the development inbox.</summary>
internal sealed class CheckInbox(Uri inbox, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private const int Looks = 20;

    /// <summary>
    /// Whether every address has exactly one mail with one of the subjects; an inbox files a mail a moment after it has taken it.
    /// </summary>
    public async Task<bool> RunAsync(IEnumerable<string> addresses, IEnumerable<string> subjects, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var (expected, headlines) = (addresses.ToHashSet(), subjects.ToHashSet());
        for (var look = 0; look < Looks; look++)
        {
            var mails = JsonNode.Parse(await http.GetStringAsync(new Uri(inbox, "api/email"), cancellationToken))!.AsArray();
            var receivers = mails
                .Where(mail => headlines.Contains(mail!["subject"]!.GetValue<string>()))
                .Select(mail => mail!["to"]!.AsArray().Single()!["address"]!.GetValue<string>())
                .ToList();
            if (receivers.Count == expected.Count && expected.SetEquals(receivers)) return true;
            await Task.Delay(Pause, time, cancellationToken);
        }

        return false;
    }
}
