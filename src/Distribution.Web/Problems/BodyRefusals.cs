using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Problems;

/// <summary>Tells the API description how a body can be refused before its route's own code runs.</summary>
internal static class BodyRefusals
{
    public static void Describe(EndpointBuilder builder)
    {
        if (!builder.Metadata.OfType<IAcceptsMetadata>().Any()) return;
        builder.Metadata.Add(Refusal(ProblemTypes.Unreadable, typeof(HttpValidationProblemDetails)));
        builder.Metadata.Add(Refusal(ProblemTypes.TooLarge, typeof(ProblemDetails)));
        builder.Metadata.Add(Refusal(ProblemTypes.MediaType, typeof(ProblemDetails)));
    }

    private static ProducesResponseTypeMetadata Refusal(ProblemType type, Type body) => new(type.Status, body, [Problem.ContentType]);
}
