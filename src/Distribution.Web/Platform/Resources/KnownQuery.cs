using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Platform.Resources;

/// <summary>
/// Refuses a query parameter that a route of the API does not have: a misspelt filter would otherwise let everything pass.
/// </summary>
internal static class KnownQuery
{
    private static readonly ConcurrentDictionary<Endpoint, FrozenSet<string>> Known = [];

    public static void UseKnownQuery(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Query.Count > 0
            && context.Request.Path.StartsWithSegments("/api")
            && context.GetEndpoint() is RouteEndpoint route
            && route.Metadata.GetMetadata<IAllowAnonymous>() is null
            && route.Metadata.GetMetadata<MethodInfo>() is { } handler)
        {
            var known = Known.GetOrAdd(route, _ => Names(route, handler));
            FieldErrors errors = new();
            foreach (var name in context.Request.Query.Keys.Where(name => !known.Contains(name)))
            {
                errors.Add(
                    name,
                    known.Count == 0
                        ? "is not known: this address takes no parameters."
                        : $"is not known. This address takes {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }

            if (errors.Any)
            {
                await new UnreadableProblem(errors: errors).ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    });

    private static FrozenSet<string> Names(RouteEndpoint route, MethodInfo handler)
    {
        var inPath = route.RoutePattern.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return handler.GetParameters().SelectMany(Names).Where(name => !inPath.Contains(name))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Names(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(AsParametersAttribute)))
            return parameter.ParameterType.GetProperties().Select(property => Name(property, property.Name, property.PropertyType))
                .OfType<string>();
        return Name(parameter, parameter.Name!, parameter.ParameterType) is { } name ? [name] : [];
    }

    private static string? Name(ICustomAttributeProvider place, string name, Type type)
    {
        var attributes = place.GetCustomAttributes(inherit: true);
        if (attributes.OfType<FromQueryAttribute>().FirstOrDefault() is { } query) return query.Name ?? name;
        return attributes.Any(attribute => attribute is IFromHeaderMetadata
            or IFromRouteMetadata
            or IFromBodyMetadata
            or IFromServiceMetadata
            or IFromFormMetadata) || !IsValue(type) ? null : name;
    }

    /// <summary>Whether a parameter without an attribute is read from the query: a text, a number, an instant and the like.</summary>
    private static bool IsValue(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain.IsEnum || plain.IsPrimitive || plain.IsArray || plain == typeof(DateTimeOffset)
            || plain == typeof(DateOnly) || plain == typeof(TimeOnly);
    }
}
