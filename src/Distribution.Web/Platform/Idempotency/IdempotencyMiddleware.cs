using Distribution.Platform.Audit;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Idempotency;

/// <summary>
/// Carries a request with an Idempotency-Key out once. The key is looked up before anything of the request is validated: the first answer
/// comes again even where the same request would be refused by now.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next, IdempotencyStore store)
{
    public const string Header = "Idempotency-Key";

    public const int LongestKey = 255;

    private const string RetryAfterSeconds = "2";

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || context.GetEndpoint()?.Metadata.GetMetadata<CreatesOnce>() is null) await next(context);
        else if (key.Length > LongestKey) await TooLong().ExecuteAsync(context);
        else await InvokeAsync(context, new RequestKey(context.Features.Get<Actor>()!.User, key));
    }

    private async Task InvokeAsync(HttpContext context, RequestKey key)
    {
        var fingerprint = await Fingerprint.ComputeAsync(context.Request, context.RequestAborted);
        await (await store.BeginAsync(key.Principal, key.Key!, fingerprint, context.RequestAborted) switch
        {
            IdempotencyAttempt.Begun begun => CarryOutAsync(context, key, begun.Entry),
            IdempotencyAttempt.Answered answered => RepeatAsync(context, answered.Answer),
            IdempotencyAttempt.Running running => RefuseAsync(context, running.Until),
            _ => new Problem(ProblemTypes.KeyReused).ExecuteAsync(context),
        });
    }

    private async Task CarryOutAsync(HttpContext context, RequestKey key, Stored<IdempotencyEntry> entry)
    {
        context.Features.Set(key);
        var done = false;
        try
        {
            await using var recording = new RecordedAnswer(context.Response);
            await next(context);
            if (recording.Answer() is { } answer)
            {
                // From here on the key is never freed, and the answer is kept even when the caller is gone by now.
                done = true;
                await store.KeepAsync(entry, answer, CancellationToken.None);
            }

            await recording.SendAsync(context.RequestAborted);
        }
        finally
        {
            if (!done) await store.FreeAsync(entry, CancellationToken.None);
        }
    }

    private static async Task RepeatAsync(HttpContext context, KeptAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.EntityTag is not null) response.Headers.ETag = answer.EntityTag;
        response.Headers["Idempotency-Replayed"] = "true";
        await answer.WriteBodyAsync(response.Body, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, DateTimeOffset until)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return new Problem(
            ProblemTypes.Running,
            $"Try again. If the program died meanwhile, this request is carried out from {until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} on.")
        {
            Members = new Dictionary<string, object?> { ["until"] = until },
        }.ExecuteAsync(context);
    }

    private static UnreadableProblem TooLong()
    {
        var errors = new FieldErrors();
        errors.Add(Header, $"has at most {LongestKey} characters.");
        return new(errors: errors);
    }
}
