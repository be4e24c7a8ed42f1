package jp.toritsugi.bench.bare;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Whether the database is told who asks and the trail is written; the benchmark measures recording with and without. */
@Path("/bench/walls")
@RolesAllowed({"officer", "manager", "coordinator"})
public class Walls {
    private static volatile boolean down;

    public static boolean areDown() {
        return down;
    }

    @PUT
    @Path("/{state}")
    public String put(String state) {
        down = state.equals("down");
        return state;
    }
}
