using Distribution.Platform.Storage;

namespace Distribution.Contacts.Outlets;

/// <summary>Something that follows a change of an outlet. It carries the write out, so that it can remember a job before.</summary>
public interface IOutletFollower
{
    Task<WriteResult> RunAsync(Outlet before, Outlet after, Func<Task<WriteResult>> write, CancellationToken cancellationToken);
}
