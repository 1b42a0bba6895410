using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Preferences;

/// <summary>Moving to a new address: asked for at the desk, and confirmed by a link that is sent there.</summary>
internal static class MoveEndpoints
{
    /// <summary>Routes of an open desk.</summary>
    public static void MapMoves(this IEndpointRouteBuilder desk) => desk.MapPost("/address", AskAsync).WithName("AskToMove");

    /// <summary>Routes of the link, which may be followed on another machine.</summary>
    public static void MapMoveLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/desk/address/{token}", ShowLinkAsync).WithName("MoveAddressPage").AllowAnonymous();
        routes.MapPost("/desk/address/{token}", MoveAsync).WithName("MoveAddress").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
    }

    internal static async Task<IResult> AskAsync(DeskOwner owner, HttpRequest request, AskToMove ask, ReadDesk read, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var errors = await ask.RunAsync(owner.Contact.Value, form["newAddress"].ToString(), cancellationToken);
        return errors.Any ? DeskAnswers.Desk(await read.RunAsync(owner.Contact.Value, cancellationToken), null, errors: errors) : DeskEndpoints.Back("address");
    }

    internal static async Task<IResult> ShowLinkAsync(string token, MoveAddress moves, DeskAnswers answers, ReaderLanguages readers, CancellationToken cancellationToken) =>
        await moves.FindAsync(token, cancellationToken) is { } move
            ? await answers.QuestionAsync(move.Language, "move", cancellationToken, move.Address)
            : await answers.InvalidAsync(readers, cancellationToken);

    internal static async Task<IResult> MoveAsync(string token, MoveAddress moves, DeskAnswers answers, ReaderLanguages readers, CancellationToken cancellationToken) =>
        await moves.RunAsync(token, cancellationToken) switch
        {
            MoveAddressResult.Moved moved => await answers.MessageAsync(moved.Move.Language, "moved", cancellationToken),
            MoveAddressResult.BelongsToAnother another => await answers.MessageAsync(another.Move.Language, "another", cancellationToken, StatusCodes.Status409Conflict),
            _ => await answers.InvalidAsync(readers, cancellationToken),
        };
}
