using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Reads for the checks what only a part of the program above releases knows.</summary>
public interface ICheckReader
{
    /// <returns>The subject with what was read.</returns>
    Task<CheckSubject> ReadAsync(CheckSubject subject, ReleaseDocument document, CancellationToken cancellationToken);
}
