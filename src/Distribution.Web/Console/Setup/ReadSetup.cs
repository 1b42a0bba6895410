using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;

namespace Distribution.Web.Console.Setup;

/// <summary>Finds the first step that is not done.</summary>
internal sealed class ReadSetup(PressOfficerStore officers, MediaListStore lists)
{
    public async Task<SetupStep> RunAsync(Organisation? organisation, OfficeTree offices, CancellationToken cancellationToken)
    {
        if (organisation is null) return SetupStep.Organisation;
        if (!offices.Ids.Any()) return SetupStep.Office;
        // An office with a number of its own can be called without an officer's name, but a named person is what journalists want.
        if (!await officers.AllAsync(cancellationToken).AnyAsync(cancellationToken)) return SetupStep.Officer;
        return await lists.AllAsync(cancellationToken).AnyAsync(cancellationToken) ? SetupStep.Done : SetupStep.List;
    }
}
