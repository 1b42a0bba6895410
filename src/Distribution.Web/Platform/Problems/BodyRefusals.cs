using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Platform.Problems;

/// <summary>Describes in the API description how a body can be refused before its route's own code runs.</summary>
internal static class BodyRefusals
{
    public static void Describe(EndpointBuilder builder)
    {
        if (!builder.Metadata.OfType<IAcceptsMetadata>().Any()) return;
        Add(builder, ProblemTypes.Unreadable, typeof(HttpValidationProblemDetails));
        Add(builder, ProblemTypes.TooLarge, typeof(ProblemDetails));
        Add(builder, ProblemTypes.MediaType, typeof(ProblemDetails));
    }

    /// <summary>How a request with an Idempotency-Key can be refused; the route may say more of the same status.</summary>
    public static void DescribeKey(EndpointBuilder builder)
    {
        Add(builder, ProblemTypes.Unreadable, typeof(HttpValidationProblemDetails));
        Add(builder, ProblemTypes.TooLarge, typeof(ProblemDetails));
        Add(builder, ProblemTypes.KeyReused, typeof(ProblemDetails));
    }

    private static void Add(EndpointBuilder builder, ProblemType type, Type body)
    {
        if (builder.Metadata.OfType<IProducesResponseTypeMetadata>().Any(known => known.StatusCode == type.Status)) return;
        builder.Metadata.Add(Refusal(type, body));
    }

    private static ProducesResponseTypeMetadata Refusal(ProblemType type, Type body) => new(type.Status, body, [Problem.ContentType]);
}
