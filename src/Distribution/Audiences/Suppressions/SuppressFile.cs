using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Distribution.Contacts.Files;
using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Text;

namespace Distribution.Audiences.Suppressions;

/// <summary>
/// Suppresses the addresses of a file, such as another tool's list of those who have unsubscribed. It adds no contact and lifts nothing;
/// idempotent, so that a request without an answer can be sent again.
/// </summary>
public sealed class SuppressFile(AddSuppression addSuppression, AuditStore audit)
{
    public const string Imported = "suppressions.imported";

    /// <summary>As many as a request can carry out before its caller gives up.</summary>
    public const int MostRows = 5_000;

    public const int MostBytes = 2 * 1024 * 1024;

    private const int LongestEvidence = 900;
    private const int AtOnce = 16;
    private const int MostRefused = 100;
    private const string Field = "mailStatus";

    /// <param name="file">The file; it can seek.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="reason">The reason for rows that state none.</param>
    /// <param name="evidence">The evidence; the file's name and row when left out.</param>
    /// <param name="by">The actor of the audit entry.</param>
    /// <param name="cancellationToken">Ends it between two addresses.</param>
    public async Task<SuppressFileResult> RunAsync(
        Stream file, string? fileName, SuppressionReason? reason, string? evidence, Actor by, CancellationToken cancellationToken)
    {
        var opened = await ContactFile.OpenAsync(file, fileName, mapping: null, cancellationToken);
        if (opened is ContactFileResult.Unreadable { Message: var message }) return new SuppressFileResult.Unreadable(message);
        var rows =
            await ((ContactFileResult.Opened)opened).File.RowsAsync(cancellationToken).Take(MostRows + 1).ToListAsync(cancellationToken);
        if (rows.Count > MostRows) return new SuppressFileResult.Unreadable($"The file has more than {MostRows} rows. Send it in parts.");
        ConcurrentBag<(ContactRow Row, Answer Answer, RowProblem? Problem)> answers = [];
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (row, token) =>
            {
                var (answer, problem) = await TakeAsync(row, reason, evidence ?? $"{fileName ?? "a file"}, row {row.Number}", token);
                answers.Add((row, answer, problem));
            });
        SuppressedFile done = new(
            rows.Count,
            answers.Count(row => row.Answer == Answer.Added),
            answers.Count(row => row.Answer == Answer.Known),
            answers.Count(row => row.Answer == Answer.PassedOver),
            [.. answers.Where(row => row.Problem is not null).OrderBy(row => row.Row.Number).Take(MostRefused)
                .Select(row => new RefusedRow(row.Row.Number, row.Problem!))]);
        await audit.AddAsync(Imported, by, "suppressions", Details(done), CancellationToken.None);
        return new SuppressFileResult.Done(done);
    }

    private enum Answer
    {
        Added,
        Known,
        PassedOver,
        Refused,
    }

    private async Task<(Answer Answer, RowProblem? Problem)> TakeAsync(
        ContactRow row, SuppressionReason? usual, string evidence, CancellationToken cancellationToken)
    {
        if (row.Statuses.FirstOrDefault(status => status.Status is null) is { } unknown)
            return Refused(new(Field, unknown.Column, $"\"{unknown.Value}\" is not understood."));
        var said = row.Statuses.MaxBy(status => status.Status);
        var reason = said is null ? usual : SuppressionReasons.From(said.Status!.Value);
        if (said is not null && reason is null) return (Answer.PassedOver, null);
        if (MailAddress.Parse(row.Address) is not { } address) return Refused(new("address", "", "is no mail address."));
        if (reason is null) return Refused(new(Field, "", "The file does not say why. Say it for all of its rows: ?reason=asked."));
        var words = PrintableText.Line(said is null ? evidence : $"{evidence}: {said.Column} is \"{said.Value}\"");
        words = Redaction.Redact(words.Length <= LongestEvidence ? words : words[..LongestEvidence], address);
        return await addSuppression.RunAsync(
            new() { Address = row.Address, Reason = reason.Value, Evidence = words }, cancellationToken) switch
        {
            AddSuppressionResult.Added => (Answer.Added, null),
            AddSuppressionResult.Known => (Answer.Known, null),
            AddSuppressionResult.Invalid { Errors: var errors } => Refused(new("address", "", errors.ToDictionary().First().Value[0])),
            _ => throw new UnreachableException(),
        };
    }

    private static (Answer Answer, RowProblem? Problem) Refused(RowProblem problem) => (Answer.Refused, problem);

    private static Dictionary<string, string> Details(SuppressedFile file) => new()
    {
        ["rows"] = file.Rows.ToString(CultureInfo.InvariantCulture),
        ["added"] = file.Added.ToString(CultureInfo.InvariantCulture),
        ["known"] = file.Known.ToString(CultureInfo.InvariantCulture),
    };
}
