using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>The part of the description that holds for the whole API.</summary>
internal sealed class DescribeDocument(PublicLinks links) : IOpenApiDocumentTransformer
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Topics"] = "The topics of the organisation, by which releases and their readers find each other.",
        ["API keys"] = "Keys of programs, each of which acts for a user.",
        ["Audiences"] = "Who would get a release, and why or why not.",
        ["Audit"] = "What users have done.",
        ["Contacts"] = "Journalists, with their addresses, languages and subjects.",
        ["Description"] = "This description.",
        ["Dispatches"] = "Releases on their way to their recipients, and the record of it.",
        ["Duplicates"] = "Contacts that may be the same person.",
        ["Imports"] = "Files of contacts: upload, check, run.",
        ["Media lists"] = "Lists that contacts subscribe to or that a rule fills.",
        ["Merges"] = "Two contacts that have become one, and the way back.",
        ["Offices"] = "The offices of the organisation, one above the other.",
        ["Organisation"] = "The organisation that publishes.",
        ["Outlets"] = "The media that contacts work for.",
        ["Press officers"] = "The people that journalists may call about a release.",
        ["Problems"] = "Every kind of refusal.",
        ["Releases"] = "Press releases from draft to newsroom.",
        ["Retention"] = "What is deleted because it has served its time.",
        ["Signups"] = "Journalists who subscribe by themselves.",
        ["Status"] = "How the program is doing.",
        ["Subscriptions"] = "Contacts on media lists, with what put them there.",
        ["Suppressions"] = "Addresses that are never mailed.",
        ["Users"] = "The users of the organisation and their roles.",
    };

    public const string Scheme = "apiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Distribution",
            Version = DescriptionServices.Document,
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "The operator of this deployment", Url = links.Newsroom() },
            Description = "Press contacts, media lists, and press releases to them. "
                + "Every refusal is a problem (RFC 9457) whose `type` is stable; `errors` names fields as the body does. "
                + "A read returns its version as `ETag`; send it back as `If-Match`, and a change that someone else made meanwhile is "
                + "not lost.",
        };
        document.Servers = [new OpenApiServer { Url = links.Newsroom().AbsoluteUri.TrimEnd('/'), Description = "This deployment." }];
        document.Tags = new HashSet<OpenApiTag>(
            Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }));
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key, `dist_…`, made with `POST /api/keys`.",
        };
        return Task.CompletedTask;
    }
}
