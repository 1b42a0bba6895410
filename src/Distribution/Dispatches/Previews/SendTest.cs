using Distribution.Mail.Outbox;
using Distribution.Mail.Smtp;
using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Previews;

/// <summary>
/// Sends a release as it is to press officers and users of the organisation, marked as a test. No other address can be named.
/// </summary>
public sealed class SendTest(CheckTest checkTest, OrganisationStore organisations, PostMail postMail, IOptions<MailOptions> options, TimeProvider time)
{
    /// <param name="document">The release, whatever its state.</param>
    /// <param name="input">The receivers.</param>
    /// <param name="id">Of the test; the same id again sends nothing again.</param>
    public async Task<SendTestResult> RunAsync(ReleaseDocument document, TestInput input, string id, CancellationToken cancellationToken)
    {
        if (options.Value.Host is null) return new SendTestResult.NotYet("There is no mail server yet: set Mail:Host.");
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation })
            return new SendTestResult.NotYet("The organisation has no name and sender address yet: PUT /api/organisation.");

        document = document.IfApproved();
        if (document.Sendable.Count == 0) return new SendTestResult.NotYet("No text of the release is ready.");
        FieldErrors errors = new();
        var receivers = await checkTest.ReceiversAsync(input, errors, cancellationToken);
        input = input with { As = input.As is null ? null : PreviewRecipientRules.Check(input.As, "as.", errors) };
        var languages = await checkTest.LanguagesAsync(input, document, organisation, errors, cancellationToken);
        if (errors.Any) return new SendTestResult.Invalid(errors);
        foreach (var receiver in receivers)
        {
            foreach (var language in languages) await postMail.RunAsync(Mail(document, input, id, receiver, language), cancellationToken);
        }

        return new SendTestResult.Sent(new(id, [.. receivers.SelectMany(_ => languages, (receiver, language) => new SentTest.Mail(receiver.Id, language))]));
    }

    private OutboxMail Mail(ReleaseDocument document, TestInput input, string id, TestReceiver receiver, string language) => new()
    {
        Id = $"test:{id}:{receiver.Field}:{language}",
        To = receiver.Address,
        Name = receiver.Name,
        Subject = document.In(language).Headline,
        Text = "",
        Language = language,
        Writer = WriteTestMail.WriterName,
        About = new ReleaseTest(document.Release.Id, input.As).ToJson(),
        CreatedAt = time.GetUtcNow(),
    };
}

/// <summary>The result of sending a test.</summary>
public abstract record SendTestResult
{
    private SendTestResult()
    {
    }

    public sealed record Sent(SentTest Test) : SendTestResult;

    public sealed record Invalid(FieldErrors Errors) : SendTestResult;

    /// <summary>Nothing can be sent yet, in words for who asked.</summary>
    public sealed record NotYet(string Reason) : SendTestResult;
}
